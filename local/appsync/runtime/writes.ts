import { nameOf, type DeclaredNames } from "./declared-names.ts";
import { childrenOf, nodeOf, nodesOf, type Node, type Refuse } from "./syntax.ts";

/** Variables and members that a pattern writes to: `[a, { b: c.d = 1 }]` gives `a` and `c.d`. */
function targetsOf(pattern: Node): readonly Node[] {
  switch (pattern.type) {
    case "Identifier":
    case "MemberExpression":
      return [pattern];
    case "AssignmentPattern":
      return targetsOf(nodeOf(pattern, "left") ?? pattern);
    case "Property":
      return targetsOf(nodeOf(pattern, "value") ?? pattern);
    default:
      return childrenOf(pattern).flatMap(targetsOf);
  }
}

/** What a node writes to or deletes; the variables that a declaration makes do not count. */
function writtenBy(node: Node): readonly Node[] {
  const isDeletion = node.type === "UnaryExpression" && node["operator"] === "delete";
  const pattern = isDeletion
    ? nodeOf(node, "argument")
    : /^(?:AssignmentExpression|ForOfStatement|ForInStatement)$/.test(node.type)
      ? nodeOf(node, "left")
      : undefined;
  return !pattern || pattern.type === "VariableDeclaration" ? [] : targetsOf(pattern);
}

/** Names of the first parameters of the handlers. */
export function contextNames(names: DeclaredNames): ReadonlySet<string> {
  const handlers = ["request", "response"].flatMap((name) => names.functions.get(name) ?? []);
  return new Set(
    handlers
      .flatMap((handler) => nodesOf(handler, "params").slice(0, 1))
      .map(nameOf)
      .filter(Boolean),
  );
}

/** Functions stay what they are, and so do the context and its own members; only the stash is for writing. */
export function checkWrites(
  node: Node,
  names: DeclaredNames,
  contexts: ReadonlySet<string>,
  refuse: Refuse,
): void {
  for (const target of writtenBy(node)) {
    if (names.functions.has(nameOf(target))) refuse(node, "a function cannot be reassigned");
    const root = target.type === "MemberExpression" ? nodeOf(target, "object") : target;
    if (root?.type === "Identifier" && contexts.has(nameOf(root)))
      refuse(node, "the context and its own members cannot be reassigned");
  }
}
