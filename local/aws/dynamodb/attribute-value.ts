import { db } from "./dynalite.ts";
import type { AttributeValue } from "./table.ts";

/** `S`, `N`, `BOOL` … */
export function typeOf(value: AttributeValue): string {
  return Object.keys(value)[0] ?? "";
}

/** Of the same type and with the same content; the order in a set does not count. Numbers are in normal form already. */
export function isEqual(one: AttributeValue, other: AttributeValue): boolean {
  const type = typeOf(one);
  if (type !== typeOf(other)) return false;
  const [a, b] = [one[type], other[type]];
  if (type === "L") return isEqualList(elements(a), elements(b));
  if (type === "M") return isEqualMap(members(a), members(b));
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((element) => b.includes(element));
}

/** Below zero if `one` comes first, `undefined` for values that have no order: of two types, or neither S, N nor B. */
export function order(one: AttributeValue, other: AttributeValue): number | undefined {
  const type = typeOf(one);
  if (type !== typeOf(other) || !isOrdered(type)) return undefined;
  const [a, b] = [db.toLexiStr(one[type], type), db.toLexiStr(other[type], type)];
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isOrdered(type: string): boolean {
  return ["S", "N", "B"].includes(type);
}

/** Substring, element of a set or element of a list. */
export function contains(container: AttributeValue, sought: AttributeValue): boolean {
  const [type, soughtType] = [typeOf(container), typeOf(sought)];
  const content = container[type];
  if (type === "L") return elements(content).some((element) => isEqual(element, sought));
  if (Array.isArray(content)) return type === `${soughtType}S` && content.includes(sought[soughtType]);
  if (type === "S" && soughtType === "S") return String(content).includes(String(sought["S"]));
  return type === "B" && soughtType === "B" && bytes(content).includes(bytes(sought["B"]));
}

export function beginsWith(value: AttributeValue, start: AttributeValue): boolean {
  const type = typeOf(value);
  if (type !== typeOf(start)) return false;
  if (type === "S") return String(value["S"]).startsWith(String(start["S"]));
  return type === "B" && bytes(value["B"]).indexOf(bytes(start["B"])) === 0;
}

/** `undefined` for what has no size: numbers, booleans, NULL. */
export function sizeOf(value: AttributeValue): number | undefined {
  const type = typeOf(value);
  const content = value[type];
  if (type === "S") return String(content).length;
  if (type === "B") return bytes(content).length;
  if (type === "M") return Object.keys(members(content)).length;
  return Array.isArray(content) ? content.length : undefined;
}

function isEqualList(one: readonly AttributeValue[], other: readonly AttributeValue[]): boolean {
  return (
    one.length === other.length &&
    one.every((element, at) => {
      const counterpart = other[at];
      return counterpart !== undefined && isEqual(element, counterpart);
    })
  );
}

function isEqualMap(one: Readonly<Record<string, AttributeValue>>, other: typeof one): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => {
      const [a, b] = [one[name], other[name]];
      return a !== undefined && b !== undefined && isEqual(a, b);
    })
  );
}

// dynalite has checked the form of every value that comes in.
function elements(content: unknown): readonly AttributeValue[] {
  return content as readonly AttributeValue[];
}

function members(content: unknown): Readonly<Record<string, AttributeValue>> {
  return content as Readonly<Record<string, AttributeValue>>;
}

function bytes(content: unknown): Buffer {
  return Buffer.from(String(content), "base64");
}
