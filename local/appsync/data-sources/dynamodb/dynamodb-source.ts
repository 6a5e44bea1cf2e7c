import { randomUUID } from "node:crypto";
import { AwsError } from "../../../aws/service.ts";
import { FieldError, unsupportedLocally } from "../../errors.ts";
import type { DynamoDbDataSource } from "../../options.ts";
import type { Fields } from "../../shape.ts";
import type { Outcome } from "../outcome.ts";
import { afterFailedCondition } from "./failed-condition.ts";
import { batchGetItem, getItem, query, scan } from "./reads.ts";
import { deleteItem, putItem, updateItem } from "./writes.ts";

type Operation = (source: DynamoDbDataSource, request: Fields) => Promise<unknown>;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  GetItem: getItem,
  PutItem: putItem,
  UpdateItem: updateItem,
  DeleteItem: deleteItem,
  Query: query,
  Scan: scan,
  BatchGetItem: batchGetItem,
};
const KNOWN_ELSEWHERE = ["BatchPutItem", "BatchDeleteItem", "TransactGetItems", "TransactWriteItems", "Sync"];

function failed(error: AwsError, result: unknown = null): Outcome {
  const request = `Service: DynamoDb, Status Code: ${error.status}, Request ID: ${randomUUID()}`;
  return { result, error: { message: `${error.message} (${request})`, type: `DynamoDB:${error.code}` } };
}

/** Runs a request object; what DynamoDB answers with an error becomes `ctx.error`. */
export async function callDynamoDb(source: DynamoDbDataSource, request: Fields): Promise<Outcome> {
  const name = String(request["operation"]);
  if (KNOWN_ELSEWHERE.includes(name)) throw unsupportedLocally(`The DynamoDB operation ${name}`);
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (!operation) throw new FieldError(`Unsupported operation '${name}'.`, "MappingTemplate");
  try {
    return { result: await operation(source, request) };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (error.code !== "ConditionalCheckFailedException") return failed(error);
    const { isWanted, current } = await afterFailedCondition(source, request);
    return isWanted ? { result: current } : failed(error, current);
  }
}
