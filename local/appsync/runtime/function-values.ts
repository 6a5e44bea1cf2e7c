import { isFunction, nameOf, type DeclaredNames } from "./declared-names.ts";
import { nodeOf, type Node, type Refuse } from "./syntax.ts";

function isNamedFunction(node: Node | undefined, names: DeclaredNames): boolean {
  return node?.type === "Identifier" && names.functions.has(nameOf(node));
}

/** Functions are called and given to array methods; they are never values that travel otherwise. */
export function checkFunctionValue(node: Node, names: DeclaredNames, refuse: Refuse): void {
  const answered =
    node.type === "ReturnStatement"
      ? nodeOf(node, "argument")
      : node.type === "ArrowFunctionExpression"
        ? nodeOf(node, "body")
        : undefined;
  if (answered && (isNamedFunction(answered, names) || isFunction(answered)))
    refuse(answered, "a function cannot return a function");
  const given =
    node.type === "VariableDeclarator"
      ? nodeOf(node, "init")
      : node.type === "AssignmentExpression"
        ? nodeOf(node, "right")
        : undefined;
  if (given && isNamedFunction(given, names)) refuse(given, "a function cannot be reassigned");
}
