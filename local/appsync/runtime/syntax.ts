import { parseSync } from "oxc-parser";
import { isRecord, type Fields } from "../shape.ts";

/** A node of the ESTree with its place in the text (UTF-16 offsets). */
export interface Node extends Fields {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

export interface SourceFile {
  readonly name: string;
  readonly code: string;
  readonly body: readonly Node[];
}

/** Throws a `CodeRefusal` with the place of `node`. */
export type Refuse = (node: Node, reason: string) => never;

/** Code that the real runtime would refuse when it is deployed. `at` is `file:line:column`. */
export class CodeRefusal extends Error {
  readonly at: string;

  constructor(file: { readonly name: string; readonly code: string }, offset: number, reason: string) {
    const before = file.code.slice(0, offset).split("\n");
    const at = `${file.name}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    super(`${at} ${reason}`);
    this.name = "CodeRefusal";
    this.at = at;
  }
}

function isNode(value: unknown): value is Node {
  return isRecord(value) && typeof value["type"] === "string" && typeof value["start"] === "number";
}

export function childrenOf(node: Node): readonly Node[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

export function nodeOf(node: Node, name: string): Node | undefined {
  const value = node[name];
  return isNode(value) ? value : undefined;
}

export function nodesOf(node: Node, name: string): readonly Node[] {
  const value = node[name];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** Visits a tree, parents first. */
export function walk(node: Node, visit: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  visit(node, parent);
  for (const child of childrenOf(node)) walk(child, visit, node);
}

export function parseFile(name: string, code: string): SourceFile {
  const { program, errors } = parseSync(name, code, { lang: "js", sourceType: "module" });
  const [error] = errors;
  if (error) throw new CodeRefusal({ name, code }, error.labels[0]?.start ?? 0, error.message);
  const body: readonly unknown[] = program.body;
  return { name, code, body: body.filter(isNode) };
}
