import type { DeclaredNames } from "./declared-names.ts";
import { isFunction, nameOf } from "./declared-names.ts";
import { isRecord } from "../shape.ts";
import { BUILT_INS, CALLBACK_METHODS, METHODS, PATTERN_METHODS } from "./supported-names.ts";
import { nodeOf, nodesOf, walk, type Node, type Refuse } from "./syntax.ts";

/** `a.b.c` as `["a", "b", "c"]`; undefined if it does not begin with a name or is computed. */
function memberPath(node: Node): readonly string[] | undefined {
  if (node.type === "Identifier") return [nameOf(node)];
  if (node.type !== "MemberExpression" || node["computed"] === true) return undefined;
  const object = nodeOf(node, "object");
  const path = object && memberPath(object);
  return path && [...path, nameOf(nodeOf(node, "property"))];
}

function resolved(tools: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), tools);
}

/** `modules`: what can be imported, by module name; `globals`: `util`, `extensions`, `runtime`. */
export interface Provided {
  readonly modules: Readonly<Record<string, unknown>>;
  readonly globals: Readonly<Record<string, unknown>>;
}

function toolOf(path: readonly string[], names: DeclaredNames, { modules, globals }: Provided): unknown {
  const [root = "", ...rest] = path;
  const imported = names.imports.get(root);
  if (imported) return { tool: resolved(modules, [...imported, ...rest]) };
  return Object.hasOwn(globals, root) && !names.all.has(root) ? { tool: resolved(globals, path) } : undefined;
}

function checkMethod(callee: Node, refuse: Refuse): void {
  const method = nameOf(nodeOf(callee, "property"));
  if (callee["computed"] === true) refuse(callee, "a computed method call is not supported");
  if (!METHODS.has(method)) refuse(callee, `the method ${method}() is not among the supported ones`);
}

function checkArguments(call: Node, callee: Node, names: DeclaredNames, refuse: Refuse): void {
  const method = callee.type === "MemberExpression" ? nameOf(nodeOf(callee, "property")) : "";
  const given = nodesOf(call, "arguments");
  if (method === "sort" && given.length > 0) refuse(call, "sort() does not support arguments");
  const [first] = given;
  if (
    PATTERN_METHODS.has(method) &&
    typeof first?.["value"] === "string" &&
    /[\\^$.|?*+()[\]{}]/.test(first["value"])
  ) {
    refuse(first, `${method}() reads this text as a Java regular expression; the local runtime does not`);
  }
  for (const argument of given) {
    const isPassed = isFunction(argument) || names.functions.has(nameOf(argument));
    if (isPassed && !CALLBACK_METHODS.has(method))
      refuse(argument, "passing a function as an argument is not supported");
  }
}

/** A call of `util`, `extensions`, `runtime` or something imported; false if it is none. */
function isToolCall(
  path: readonly string[],
  callee: Node,
  names: DeclaredNames,
  provided: Provided,
  refuse: Refuse,
): boolean {
  const found = toolOf(path, names, provided);
  if (!isRecord(found)) return false;
  if (typeof found["tool"] !== "function") refuse(callee, `${path.join(".")} does not exist`);
  return true;
}

/** A call such as `Object.keys(…)`; false if it is none. */
function isBuiltInCall(
  [root = "", member = "", ...rest]: readonly string[],
  callee: Node,
  names: DeclaredNames,
  refuse: Refuse,
): boolean {
  const members = Object.hasOwn(BUILT_INS, root) && !names.all.has(root) ? BUILT_INS[root] : undefined;
  if (!members || rest.length > 0) return false;
  if (!members.has(member)) refuse(callee, `${root}.${member} is not supported`);
  return true;
}

/** A call without a dot: of a function of this file, of an imported one, or of one written on the spot. */
function checkNamedCall(callee: Node, names: DeclaredNames, provided: Provided, refuse: Refuse): void {
  const name = nameOf(callee);
  const isUnknown = callee.type === "Identifier" && !names.all.has(name);
  if (names.functions.has(name) || isToolCall([name], callee, names, provided, refuse)) return;
  // An unknown name is refused where names are checked.
  if (!isUnknown && !isFunction(callee)) {
    refuse(callee, `${name || "what an expression answers"} is no function of this file`);
  }
}

/** Only documented methods, existing tools, and functions as arguments of array methods alone. */
export function checkCall(call: Node, names: DeclaredNames, provided: Provided, refuse: Refuse): void {
  const callee = nodeOf(call, "callee");
  if (!callee) return;
  checkArguments(call, callee, names, refuse);
  if (callee.type !== "MemberExpression") return checkNamedCall(callee, names, provided, refuse);
  const path = memberPath(callee) ?? [];
  const [root] = path;
  if (root === undefined) return checkMethod(callee, refuse);
  if (isToolCall(path, callee, names, provided, refuse) || isBuiltInCall(path, callee, names, refuse)) return;
  // An unknown name is refused where names are checked.
  if (names.all.has(root)) checkMethod(callee, refuse);
}

/** Direct and mutual recursion of named functions. */
export function checkRecursion(names: DeclaredNames, refuse: Refuse): void {
  const calls = new Map<string, Set<string>>();
  for (const [name, node] of names.functions) {
    const called = new Set<string>();
    walk(node, (inner) => {
      const callee = inner.type === "CallExpression" ? nodeOf(inner, "callee") : undefined;
      if (callee?.type === "Identifier") called.add(nameOf(callee));
    });
    calls.set(name, called);
  }
  const reaches = (from: string, target: string, seen: Set<string>): boolean =>
    [...(calls.get(from) ?? [])].some((next) => {
      if (next === target) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, target, seen);
    });
  for (const [name, node] of names.functions) {
    if (reaches(name, name, new Set())) refuse(node, `recursive calls are not supported (${name})`);
  }
}
