import { FieldError } from "../../errors.ts";
import { isRecord, type Fields } from "../../shape.ts";
import { toWire } from "./wire.ts";

/** AppSync refuses a request object with a member it does not know. */
export function expectMembers(object: Fields, place: string, ...names: string[]): void {
  const unknown = Object.keys(object).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new FieldError(`Unsupported element '$${place}[${unknown}]'.`, "MappingTemplate");
}

export function expectRecord(object: Fields, name: string): Fields {
  const value = object[name];
  if (!isRecord(value))
    throw new FieldError(`Expected JSON object for attribute value '$[${name}]'`, "MappingTemplate");
  return value;
}

/** Expressions of one request share their names and values in DynamoDB's API. */
export class Expressions {
  readonly #names: Fields = {};
  readonly #values: Fields = {};
  readonly #members: Fields = {};

  /** `member`: DynamoDB's name for the expression, such as `FilterExpression`. */
  add(request: Fields, name: string, member: string, ...more: string[]): this {
    const value = request[name];
    if (value === undefined || value === null) return this;
    if (!isRecord(value))
      throw new FieldError(`Expected JSON object for attribute value '$[${name}]'`, "MappingTemplate");
    expectMembers(value, `[${name}]`, "expression", "expressionNames", "expressionValues", ...more);
    const { expression, expressionNames, expressionValues } = value;
    if (typeof expression !== "string" || expression === "") {
      throw new FieldError(`Expected a text for attribute value '$[${name}][expression]'`, "MappingTemplate");
    }
    this.#members[member] = expression;
    Object.assign(this.#names, expressionNames);
    Object.assign(this.#values, toWire(expressionValues));
    return this;
  }

  get input(): Fields {
    return {
      ...this.#members,
      ...(Object.keys(this.#names).length > 0 && { ExpressionAttributeNames: this.#names }),
      ...(Object.keys(this.#values).length > 0 && { ExpressionAttributeValues: this.#values }),
    };
  }
}

/** Copies the members that are set, under DynamoDB's names. */
export function renamed(request: Fields, names: Readonly<Record<string, string>>): Fields {
  const pairs = Object.entries(names).map(([from, to]) => [to, request[from]] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined && value !== null));
}

/** The last key of a page, unreadable to clients by intention only: AppSync encrypts it. */
export function toToken(key: unknown): string | null {
  return isRecord(key) ? Buffer.from(JSON.stringify({ version: 1, key })).toString("base64") : null;
}

export function fromToken(token: unknown): Fields {
  if (token === undefined || token === null) return {};
  const text = typeof token === "string" ? token : "";
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, "base64").toString("utf8"));
    if (isRecord(parsed) && isRecord(parsed["key"])) return { ExclusiveStartKey: parsed["key"] };
  } catch {
    // Falls through: whatever it is, it is no token of ours.
  }
  throw new FieldError("Invalid pagination token given.", "BadRequestException");
}
