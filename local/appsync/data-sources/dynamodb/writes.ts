import type { DynamoDbDataSource } from "../../options.ts";
import { own, type Fields } from "../../shape.ts";
import { Expressions, expectMembers, expectRecord } from "./request-object.ts";
import { fromWire, toWire } from "./wire.ts";

const CONDITION_OPTIONS = ["equalsIgnore", "consistentRead", "conditionalCheckFailedHandler"];
// Meant for versioned data sources (delta sync); without one AppSync accepts and does not use them.
const VERSIONING = ["customPartitionKey", "populateIndexFields"];

function keyed(source: DynamoDbDataSource, request: Fields): Fields {
  return { TableName: source.tableName, Key: toWire(expectRecord(request, "key")) };
}

export async function putItem(source: DynamoDbDataSource, request: Fields): Promise<unknown> {
  expectMembers(request, "", "version", "operation", "key", "attributeValues", "condition", ...VERSIONING);
  const item = { ...toWire(request["attributeValues"]), ...toWire(expectRecord(request, "key")) };
  await source.call("PutItem", {
    TableName: source.tableName,
    Item: item,
    ...new Expressions().add(request, "condition", "ConditionExpression", ...CONDITION_OPTIONS).input,
  });
  return fromWire(item);
}

export async function updateItem(source: DynamoDbDataSource, request: Fields): Promise<unknown> {
  expectMembers(request, "", "version", "operation", "key", "update", "condition", ...VERSIONING);
  const answer = await source.call("UpdateItem", {
    ...keyed(source, request),
    ReturnValues: "ALL_NEW",
    ...new Expressions()
      .add(request, "update", "UpdateExpression")
      .add(request, "condition", "ConditionExpression", ...CONDITION_OPTIONS).input,
  });
  return fromWire(own(answer, "Attributes"));
}

export async function deleteItem(source: DynamoDbDataSource, request: Fields): Promise<unknown> {
  expectMembers(request, "", "version", "operation", "key", "condition", ...VERSIONING);
  const answer = await source.call("DeleteItem", {
    ...keyed(source, request),
    ReturnValues: "ALL_OLD",
    ...new Expressions().add(request, "condition", "ConditionExpression", ...CONDITION_OPTIONS).input,
  });
  return fromWire(own(answer, "Attributes"));
}
