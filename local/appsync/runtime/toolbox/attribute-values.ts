import { isRecord, type Fields } from "../../shape.ts";

// Numbers stay numbers and null stays null here, as AppSync's EvaluateCode shows them; the data source writes them as
// DynamoDB wants them.

export function toDynamoDB(value: unknown): Fields {
  if (value === null || value === undefined) return { NULL: null };
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return { N: value };
  if (typeof value === "boolean") return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(toDynamoDB) };
  return { M: toMapValues(value) };
}

export function toMapValues(value: unknown): Fields {
  const fields = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    fields.flatMap(([name, member]) => (member === undefined ? [] : [[name, toDynamoDB(member)]])),
  );
}

function orNull<Value>(wrap: (value: Value) => Fields): (value: Value | null | undefined) => Fields | null {
  return (value) => (value === null || value === undefined ? null : wrap(value));
}

function s3Object(key: string, bucket: string, region: string, version?: string): Fields {
  const s3 = version === undefined ? { key, bucket, region } : { key, bucket, region, version };
  return { S: JSON.stringify({ s3 }) };
}

export const attributeValues = {
  toDynamoDB,
  toMapValues,
  toString: orNull((value: string) => ({ S: value })),
  toStringSet: orNull((values: string[]) => ({ SS: values })),
  toNumber: orNull((value: number) => ({ N: value })),
  toNumberSet: orNull((values: number[]) => ({ NS: values })),
  toBinary: orNull((value: string) => ({ B: value })),
  toBinarySet: orNull((values: string[]) => ({ BS: values })),
  toBoolean: orNull((value: boolean) => ({ BOOL: value })),
  toNull: () => ({ NULL: null }),
  toList: orNull((values: unknown[]) => ({ L: values.map(toDynamoDB) })),
  toMap: orNull((value: Fields) => ({ M: toMapValues(value) })),
  toS3Object: s3Object,
  fromS3ObjectJson(text: string): unknown {
    const parsed: unknown = JSON.parse(text);
    return isRecord(parsed) ? parsed["s3"] : null;
  },
};
