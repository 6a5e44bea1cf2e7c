import * as z from "zod";
import { AwsError } from "../service.ts";

/** Reads an operation's input; what does not fit ends in an `AwsError` 400 with the given code. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  code = "ValidationException",
): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new AwsError(code, z.prettifyError(result.error));
}
