import * as z from "zod";
import { beginsWith, contains, isEqual, order, sizeOf, typeOf } from "./attribute-value.ts";
import { db } from "./dynalite.ts";
import type { AttributeValue, Item } from "./table.ts";

export type Condition = (item: Item) => boolean;

/** What an operand stands for in an item; `undefined` if there is no such attribute. */
type Value = AttributeValue | undefined;
type Test = (value: Value, ...others: Value[]) => boolean;

/** An operator or a function with its operands, as dynalite parses them. */
const node = z.looseObject({ type: z.string(), name: z.string().optional(), args: z.array(z.unknown()) });
/** Names and positions; everything else is a value or a function. */
const path = z.array(z.union([z.string(), z.number()]));
const literal = z.record(z.string(), z.unknown());

/**
 * A condition or filter that dynalite has parsed and checked. Its own evaluation takes `false` and the empty string
 * for missing, two missing attributes for equal, and never finds two equal lists or maps.
 */
export function compileCondition(tree: unknown): Condition {
  const { type, name, args } = node.parse(tree);
  if (type === "and" || type === "or" || type === "not")
    return compileLogic(type, args.map(compileCondition));
  const operator = type === "function" ? name : type;
  const test = TESTS.get(operator ?? "");
  if (test === undefined) throw new Error(`No condition knows ${operator}`);
  const [first, ...others] = args.map(compileOperand);
  if (first === undefined) throw new Error(`${operator} has no operand`);
  return (item) => test(first(item), ...others.map((read) => read(item)));
}

function compileLogic(type: "and" | "or" | "not", parts: readonly Condition[]): Condition {
  if (type === "not") return (item) => !parts.every((part) => part(item));
  if (type === "and") return (item) => parts.every((part) => part(item));
  return (item) => parts.some((part) => part(item));
}

function compileOperand(operand: unknown): (item: Item) => Value {
  const steps = path.safeParse(operand);
  if (steps.success) return (item) => db.mapPath(steps.data, item) ?? undefined;
  const call = node.safeParse(operand);
  if (!call.success) {
    const value = literal.parse(operand);
    return () => value;
  }
  // `size` is the only function that dynalite's parser lets stand as an operand.
  const [measured] = call.data.args.map(compileOperand);
  return (item) => {
    const value = measured?.(item);
    const size = value && sizeOf(value);
    return size === undefined ? undefined : { N: String(size) };
  };
}

const equal: Test = (a, b) => a !== undefined && b !== undefined && isEqual(a, b);
const ordered =
  (isRight: (sign: number) => boolean): Test =>
  (a, b) => {
    const sign = a && b && order(a, b);
    return sign !== undefined && isRight(sign);
  };
const atLeast = ordered((sign) => sign >= 0);
const atMost = ordered((sign) => sign <= 0);

const TESTS: ReadonlyMap<string, Test> = new Map<string, Test>([
  ["=", equal],
  ["<>", (a, b) => !equal(a, b)],
  ["<", ordered((sign) => sign < 0)],
  ["<=", atMost],
  [">", ordered((sign) => sign > 0)],
  [">=", atLeast],
  ["between", (value, low, high) => atLeast(value, low) && atMost(value, high)],
  ["in", (value, ...listed) => listed.some((one) => equal(value, one))],
  ["attribute_exists", (value) => value !== undefined],
  ["attribute_not_exists", (value) => value === undefined],
  ["attribute_type", (value, type) => value !== undefined && typeOf(value) === type?.["S"]],
  ["begins_with", (value, start) => value !== undefined && start !== undefined && beginsWith(value, start)],
  ["contains", (value, sought) => value !== undefined && sought !== undefined && contains(value, sought)],
]);
