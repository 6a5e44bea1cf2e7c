import { FieldError } from "../errors.ts";
import type { DataSource } from "../options.ts";
import { isRecord } from "../shape.ts";
import { callDynamoDb } from "./dynamodb/dynamodb-source.ts";
import { callLambda } from "./lambda-source.ts";
import type { Outcome } from "./outcome.ts";

/** Hands a request object to its data source. Throws a `FieldError` for a request object that AppSync cannot read. */
export async function callSource(source: DataSource, request: unknown): Promise<Outcome> {
  if (source.type === "NONE") return { result: isRecord(request) ? (request["payload"] ?? null) : null };
  if (!isRecord(request)) throw new FieldError("The request handler returned no object", "MappingTemplate");
  return source.type === "AMAZON_DYNAMODB" ? callDynamoDb(source, request) : callLambda(source, request);
}
