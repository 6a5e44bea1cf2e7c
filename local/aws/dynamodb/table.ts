/** `{ S: "…" }`, `{ N: "1" }`, `{ M: { … } }` … : exactly one member, as on the wire. */
export type AttributeValue = Readonly<Record<string, unknown>>;
export type Item = Readonly<Record<string, AttributeValue>>;

export interface KeySchemaElement {
  readonly AttributeName: string;
  readonly KeyType: string;
}

export interface AttributeDefinition {
  readonly AttributeName: string;
  readonly AttributeType: string;
}

export interface Projection {
  readonly ProjectionType: string;
  readonly NonKeyAttributes?: readonly string[];
}

export interface SecondaryIndex {
  readonly IndexName: string;
  readonly KeySchema: readonly KeySchemaElement[];
  readonly Projection: Projection;
}

/** The description of a table as DescribeTable answers it; dynalite reads the same object. */
export interface Table {
  readonly TableName: string;
  readonly KeySchema: readonly KeySchemaElement[];
  readonly AttributeDefinitions: readonly AttributeDefinition[];
  readonly GlobalSecondaryIndexes?: readonly SecondaryIndex[];
  readonly LocalSecondaryIndexes?: readonly SecondaryIndex[];
  readonly TableStatus: "ACTIVE";
  readonly [member: string]: unknown;
}
