import { isRecord, type Fields } from "../../shape.ts";
import { toDynamoDB } from "./attribute-values.ts";

export interface Expression {
  readonly expression: string;
  readonly expressionNames: Record<string, string>;
  readonly expressionValues: Record<string, Fields>;
}

/** Makes AppSync answer null for the whole filter. */
class Unreadable extends Error {}

const COMPARISONS: Readonly<Record<string, string>> = {
  eq: "=",
  ne: "<>",
  lt: "<",
  le: "<=",
  gt: ">",
  ge: ">=",
};
const FUNCTIONS: Readonly<Record<string, string>> = {
  contains: "contains",
  notContains: "NOT contains",
  beginsWith: "begins_with",
};
const TYPE_CODES: Readonly<Record<string, string>> = {
  _null: "NULL",
  string: "S",
  stringSet: "SS",
  number: "N",
  numberSet: "NS",
  binary: "B",
  binarySet: "BS",
  boolean: "BOOL",
  list: "L",
  map: "M",
};

type Path = readonly string[];

class Renderer {
  readonly expressionNames: Record<string, string> = {};
  readonly expressionValues: Record<string, Fields> = {};

  /** The members of a filter, each in its own parentheses. */
  clauses(filter: unknown, path: Path): readonly string[] {
    if (!isRecord(filter)) throw new Unreadable();
    return Object.entries(filter).map(([name, condition]) => {
      if (name === "and" || name === "or") return this.#group(name, condition, path);
      if (name === "not") {
        if (!isRecord(condition)) throw new Unreadable();
        return `(NOT ${joined(this.clauses(condition, [...path, "not"]), " AND ")})`;
      }
      return this.#field(name, condition, path);
    });
  }

  #group(joiner: "and" | "or", members: unknown, path: Path): string {
    if (!Array.isArray(members)) throw new Unreadable();
    const rendered = members.map((member, index) =>
      joined(this.clauses(member, [...path, joiner, String(index)]), " AND "),
    );
    return joined(rendered, joiner === "and" ? " AND " : " OR ");
  }

  #field(name: string, operators: unknown, path: Path): string {
    const alias = `#${name}`;
    this.expressionNames[alias] = name;
    return joined(this.#operators(operators, alias, [...path, name]), " AND ");
  }

  #operators(operators: unknown, operand: string, path: Path): readonly string[] {
    if (!isRecord(operators)) throw new Unreadable();
    return Object.entries(operators).flatMap(([operator, value]) => {
      if (operator !== "size") return [`(${this.#operation(operator, operand, value, [...path, operator])})`];
      const measured = operand.startsWith("size(") ? operand : `size(${operand})`;
      return this.#operators(value, measured, [...path, "size"]);
    });
  }

  #operation(operator: string, operand: string, value: unknown, path: Path): string {
    const comparison = COMPARISONS[operator];
    if (comparison) return `${operand} ${comparison} ${this.#value(path, value)}`;
    const call = FUNCTIONS[operator];
    if (call) return `${call}(${operand},${this.#value(path, value)})`;
    if (operator === "between") return this.#between(operand, value, path);
    if (operator === "in") return this.#in(operand, value, path);
    if (operator === "attributeExists" && typeof value === "boolean") {
      return `${value ? "attribute_exists" : "attribute_not_exists"}(${operand})`;
    }
    const code = operator === "attributeType" ? TYPE_CODES[String(value)] : undefined;
    if (code) return `attribute_type(${operand},${this.#value(path, code)})`;
    throw new Unreadable();
  }

  #between(operand: string, bounds: unknown, path: Path): string {
    if (!Array.isArray(bounds) || bounds.length < 2) throw new Unreadable();
    const start = this.#value([...path, "start"], bounds[0]);
    return `${operand} BETWEEN ${start} AND ${this.#value([...path, "end"], bounds[1])}`;
  }

  #in(operand: string, values: unknown, path: Path): string {
    if (!Array.isArray(values)) throw new Unreadable();
    if (values.length === 0) return "null";
    const names = values.map((value, index) => this.#value([...path, String(index)], value));
    return `${operand} IN (${names.join(", ")})`;
  }

  #value(path: Path, value: unknown): string {
    const name = `:${path.join("_")}`;
    this.expressionValues[name] = toDynamoDB(value);
    return name;
  }
}

function joined(clauses: readonly string[], joiner: string): string {
  return clauses.length > 1 ? `(${clauses.join(joiner)})` : (clauses[0] ?? "");
}

/** Renders AppSync's filter object; null where AppSync cannot read it. */
export function filterExpression(filter: unknown): Expression | null {
  const renderer = new Renderer();
  try {
    const expression = renderer.clauses(filter, []).join(" AND ");
    const { expressionNames, expressionValues } = renderer;
    return { expression, expressionNames, expressionValues };
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}
