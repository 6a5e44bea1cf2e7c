import { childrenOf, nodeOf, nodesOf, walk, type Node, type SourceFile } from "./syntax.ts";

export interface DeclaredNames {
  readonly all: ReadonlySet<string>;
  /** Functions by name, with their whole node. */
  readonly functions: ReadonlyMap<string, Node>;
  /** Names bound by imports, with their path: `{ops: ["@aws-appsync/utils/dynamodb", "operations"]}`. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
}

export function nameOf(node: Node | undefined): string {
  const name = node?.["name"] ?? node?.["value"];
  return typeof name === "string" ? name : "";
}

/** Names that a pattern binds: `{a, b: [c = 1], ...d}`. */
function boundBy(pattern: Node): readonly string[] {
  switch (pattern.type) {
    case "Identifier":
      return [nameOf(pattern)];
    case "AssignmentPattern":
      return boundBy(nodeOf(pattern, "left") ?? pattern);
    case "Property":
      return boundBy(nodeOf(pattern, "value") ?? pattern);
    case "MemberExpression":
      return [];
    default:
      return childrenOf(pattern).flatMap(boundBy);
  }
}

export function isFunction(node: Node | undefined): node is Node {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node?.type ?? "");
}

function importPaths(node: Node): readonly (readonly [string, readonly string[]])[] {
  const source = nameOf(nodeOf(node, "source"));
  return nodesOf(node, "specifiers").map((specifier) => {
    const imported = nameOf(nodeOf(specifier, "imported"));
    const path = imported ? [source, imported] : [source];
    return [nameOf(nodeOf(specifier, "local")), path] as const;
  });
}

/** All names that a file declares anywhere; scopes are not told apart. */
export function declaredNames(file: SourceFile): DeclaredNames {
  const all = new Set<string>();
  const functions = new Map<string, Node>();
  const imports = new Map(file.body.filter(({ type }) => type === "ImportDeclaration").flatMap(importPaths));
  const bind = (pattern: Node) => boundBy(pattern).forEach((name) => all.add(name));
  for (const statement of file.body) {
    walk(statement, (node) => {
      if (isFunction(node)) nodesOf(node, "params").forEach(bind);
      const id = nodeOf(node, "id");
      const isVariable = node.type === "VariableDeclarator";
      const value = isVariable ? nodeOf(node, "init") : node;
      if (!id || !(isVariable || isFunction(node))) return;
      bind(id);
      if (isFunction(value)) functions.set(nameOf(id), value);
    });
  }
  for (const name of imports.keys()) all.add(name);
  return { all, functions, imports };
}
