import type { DynamoDb } from "../aws/dynamodb/create-dynamo-db.ts";
import { record } from "../cloudformation/assembly.ts";
import type { Deployment } from "../cloudformation/deployment.ts";
import { list, object, text } from "./template-values.ts";

/** The tables as Amplify's table manager would make them; its properties are DynamoDB's with a small first letter. */
export async function addTables(deployment: Deployment, dynamoDb: DynamoDb): Promise<void> {
  for (const { properties } of deployment.all("Custom::AmplifyDynamoDBTable")) {
    const timeToLive = object(properties, "timeToLiveSpecification");
    await dynamoDb.ensureTable({
      tableName: text(properties, "tableName"),
      keySchema: list(properties, "keySchema").map(keyElement),
      attributeDefinitions: list(properties, "attributeDefinitions").map((definition) => ({
        AttributeName: text(record(definition), "attributeName"),
        AttributeType: attributeType(text(record(definition), "attributeType")),
      })),
      globalSecondaryIndexes: list(properties, "globalSecondaryIndexes").map((index) => ({
        IndexName: text(record(index), "indexName"),
        KeySchema: list(record(index), "keySchema").map(keyElement),
        Projection: { ProjectionType: "ALL" },
      })),
      ...(timeToLive["enabled"] === true && { timeToLiveAttribute: text(timeToLive, "attributeName") }),
    });
  }
}

function keyElement(value: unknown): { AttributeName: string; KeyType: "HASH" | "RANGE" } {
  const element = record(value);
  return {
    AttributeName: text(element, "attributeName"),
    KeyType: text(element, "keyType") === "HASH" ? "HASH" : "RANGE",
  };
}

function attributeType(value: string): "S" | "N" | "B" {
  if (value === "S" || value === "N" || value === "B") return value;
  throw new Error(`a key attribute of the type ${value}`);
}
