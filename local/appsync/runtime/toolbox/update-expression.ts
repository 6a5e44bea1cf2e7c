import { unsupportedLocally } from "../../errors.ts";
import { isRecord, type Fields } from "../../shape.ts";
import { toDynamoDB } from "./attribute-values.ts";
import type { Expression } from "./filter-expression.ts";

const PREFIX = "OPERATION_";

export const operations = {
  add: (value: unknown) => ({ type: "OPERATION_ADD", value }),
  remove: () => ({ type: "OPERATION_REMOVE" }),
  replace: (value: unknown) => ({ type: "OPERATION_REPLACE", value }),
  increment: (by: number = 1) => ({ type: "OPERATION_INCREMENT", by }),
  decrement: (by: number = 1) => ({ type: "OPERATION_DECREMENT", by }),
  append: (items: unknown[]) => ({ type: "OPERATION_APPEND", items }),
  prepend: (items: unknown[]) => ({ type: "OPERATION_PREPEND", items }),
  updateListItem: (value: unknown, index: number) => ({ type: "OPERATION_UPDATE_LIST_ITEM", value, index }),
};

function isOperation(value: unknown): value is Fields {
  return isRecord(value) && typeof value["type"] === "string" && value["type"].startsWith(PREFIX);
}

class Clauses {
  readonly #names = new Map<string, string>();
  readonly expressionValues: Record<string, Fields> = {};

  name(field: string): string {
    const known = this.#names.get(field) ?? `#expName_${this.#names.size + 1}`;
    this.#names.set(field, known);
    return known;
  }

  value(value: unknown): string {
    const name = `:expValue_${Object.keys(this.expressionValues).length + 1}`;
    this.expressionValues[name] = toDynamoDB(value);
    return name;
  }

  /** One assignment of SET; a bare value replaces. */
  set(field: string, change: unknown): string {
    const name = this.name(field);
    if (!isOperation(change)) return `${name} = ${this.value(change)}`;
    switch (change["type"]) {
      case "OPERATION_APPEND":
        return `${name} = list_append(${name}, ${this.value(change["items"])})`;
      case "OPERATION_PREPEND":
        return `${name} = list_append(${this.value(change["items"])}, ${name})`;
      case "OPERATION_INCREMENT":
        return `${name} = ${name} + ${this.value(change["by"])}`;
      case "OPERATION_DECREMENT":
        return `${name} = ${name} - ${this.value(change["by"])}`;
      case "OPERATION_UPDATE_LIST_ITEM":
        return `${name}[${String(change["index"])}] = ${this.value(change["value"])}`;
      default:
        return `${name} = ${this.value(change["value"])}`;
    }
  }

  get expressionNames(): Record<string, string> {
    return Object.fromEntries([...this.#names].map(([field, name]) => [name, field]));
  }
}

function refuseNested(change: unknown): void {
  if (isRecord(change) && !isOperation(change) && Object.values(change).some(isOperation)) {
    throw unsupportedLocally("An operation inside a nested object of an update");
  }
}

function changesOf(update: Fields): readonly (readonly [string, unknown])[] {
  return Object.entries(update).flatMap(([field, change]) => {
    refuseNested(change);
    const isList = Array.isArray(change) && change.length > 0 && change.every(isOperation);
    return isList ? change.map((item) => [field, item] as const) : [[field, change] as const];
  });
}

/** First all SET clauses, then all REMOVE clauses; names are numbered in that order. */
export function updateExpression(update: unknown): Expression {
  const isRemoval = ([, change]: readonly [string, unknown]) =>
    isOperation(change) && change["type"] === "OPERATION_REMOVE";
  const changes = changesOf(isRecord(update) ? update : {});
  const clauses = new Clauses();
  const sets = changes
    .filter((change) => !isRemoval(change))
    .map(([field, change]) => clauses.set(field, change));
  const removals = changes.filter(isRemoval).map(([field]) => clauses.name(field));
  const parts = [
    ...(sets.length > 0 ? [`SET ${sets.join(", ")}`] : []),
    ...(removals.length > 0 ? [`REMOVE ${removals.join(", ")}`] : []),
  ];
  const { expressionNames, expressionValues } = clauses;
  return { expression: parts.join(" "), expressionNames, expressionValues };
}
