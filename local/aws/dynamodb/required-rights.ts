import { ACCOUNT_ID, REGION } from "../service.ts";
import { tableArn } from "./describe-table.ts";

/** The resources that an operation touches, as IAM names them. */
export function resourcesOf(operation: string, input: unknown): readonly string[] {
  if (operation === "ListTables") return [`arn:aws:dynamodb:${REGION}:${ACCOUNT_ID}:table/*`];
  if (operation === "BatchGetItem" || operation === "BatchWriteItem") {
    return Object.keys(Object(member(input, "RequestItems"))).map(tableArn);
  }
  const table = tableArn(String(member(input, "TableName")));
  const index = member(input, "IndexName");
  const isRead = operation === "Query" || operation === "Scan";
  return [isRead && typeof index === "string" ? `${table}/index/${index}` : table];
}

function member(input: unknown, name: string): unknown {
  const members: Readonly<Record<string, unknown>> = Object(input);
  return members[name];
}
