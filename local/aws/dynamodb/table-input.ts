import * as z from "zod";

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));

export const projection = z.object({
  ProjectionType: z.string(),
  NonKeyAttributes: z.array(z.string()).exactOptional(),
});

export const attributeDefinitions = z.array(
  z.object({ AttributeName: z.string(), AttributeType: z.string() }),
);

export const secondaryIndex = z.object({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: projection,
});

export const tableInput = z.object({
  TableName: z.string(),
  KeySchema: keySchema,
  AttributeDefinitions: attributeDefinitions,
  BillingMode: z.string().exactOptional(),
  GlobalSecondaryIndexes: z.array(secondaryIndex).exactOptional(),
  LocalSecondaryIndexes: z.array(secondaryIndex).exactOptional(),
});

export type TableInput = z.infer<typeof tableInput>;
