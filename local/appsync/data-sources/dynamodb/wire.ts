import { FieldError } from "../../errors.ts";
import { isRecord, type Fields } from "../../shape.ts";

const TYPES: ReadonlySet<string> = new Set(["S", "N", "B", "BOOL", "NULL", "L", "M", "SS", "NS", "BS"]);

function toWireValue(value: unknown): unknown {
  const [type, ...others] = isRecord(value) ? Object.keys(value) : [];
  if (!isRecord(value) || !type || others.length > 0 || !TYPES.has(type)) {
    throw new FieldError(`${JSON.stringify(value)} is no typed DynamoDB value`, "MappingTemplate");
  }
  const content = value[type];
  const items = Array.isArray(content) ? content : [];
  switch (type) {
    case "N":
      return { N: String(content) };
    case "NULL":
      return { NULL: true };
    case "NS":
      return { NS: items.map(String) };
    case "L":
      return { L: items.map(toWireValue) };
    case "M":
      return { M: toWire(content) };
    default:
      return value;
  }
}

/** Typed values of a request object (numbers may be numbers) as DynamoDB takes them. */
export function toWire(values: unknown): Fields {
  const entries = isRecord(values) ? Object.entries(values) : [];
  return Object.fromEntries(entries.map(([name, value]) => [name, toWireValue(value)]));
}

function fromWireValue(value: unknown): unknown {
  const [type, content] = isRecord(value) ? (Object.entries(value)[0] ?? []) : [];
  const items = Array.isArray(content) ? content : [];
  switch (type) {
    case "N":
      return Number(content);
    case "NULL":
      return null;
    case "NS":
      return items.map(Number);
    case "L":
      return items.map(fromWireValue);
    case "M":
      return fromWire(content);
    default:
      return content ?? null;
  }
}

/** An item of DynamoDB's answer as plain values; null for no item. */
export function fromWire(item: unknown): Fields | null {
  if (!isRecord(item)) return null;
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, fromWireValue(value)]));
}
