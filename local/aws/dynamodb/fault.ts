import * as z from "zod";
import { AwsError } from "../service.ts";

const vendorFault = z.looseObject({
  statusCode: z.number(),
  body: z.looseObject({
    __type: z.string(),
    message: z.string().optional(),
    Message: z.string().optional(),
  }),
});

/** dynalite's error as ours; what is not the vendor's answer stays what it is. */
export function toAwsError(error: unknown, members: Readonly<Record<string, unknown>> = {}): unknown {
  const parsed = vendorFault.safeParse(error);
  if (!parsed.success) return error;
  const { statusCode, body } = parsed.data;
  const code = body.__type.slice(body.__type.indexOf("#") + 1);
  return new AwsError(code, today(body.message ?? body.Message ?? ""), statusCode, members);
}

/** Since empty strings are values (2020), DynamoDB words the refusal of one in a key in another way than dynalite. */
function today(message: string): string {
  if (!message.includes("cannot contain an empty")) return message;
  return message.replace("values were invalid: ", "values are not valid. ");
}

export function invalid(message: string): AwsError {
  return new AwsError("ValidationException", message);
}

export function unavailable(what: string): AwsError {
  return invalid(`${what} is not available in the local DynamoDB`);
}
