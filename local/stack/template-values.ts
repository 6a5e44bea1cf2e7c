import { record } from "../cloudformation/assembly.ts";
import type { Declared, Deployment } from "../cloudformation/deployment.ts";

/** Reading of resolved template properties: what is missing or of another kind is an error that names its place. */
export function text(from: Readonly<Record<string, unknown>>, name: string): string {
  const value = from[name];
  if (typeof value !== "string")
    throw new Error(`the template's ${name} is not a text: ${JSON.stringify(value)}`);
  return value;
}

export function number(from: Readonly<Record<string, unknown>>, name: string, fallback?: number): number {
  const value = from[name] ?? fallback;
  const read = Number(value);
  if (value === undefined || Number.isNaN(read)) {
    throw new Error(`the template's ${name} is not a number: ${JSON.stringify(value)}`);
  }
  return read;
}

export function list(from: Readonly<Record<string, unknown>>, name: string): readonly unknown[] {
  const value = from[name];
  return Array.isArray(value) ? value : [];
}

export function object(
  from: Readonly<Record<string, unknown>>,
  name: string,
): Readonly<Record<string, unknown>> {
  return record(from[name]);
}

/** The only resource of a type; the product has exactly one. */
export function one(deployment: Deployment, type: string): Declared {
  const [first, second] = deployment.all(type);
  if (first === undefined || second !== undefined)
    throw new Error(`expected exactly one ${type} in the templates`);
  return first;
}
