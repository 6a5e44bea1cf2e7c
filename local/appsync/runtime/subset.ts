import { checkCall, checkRecursion, type Provided } from "./calls.ts";
import { declaredNames, isFunction, nameOf, type DeclaredNames } from "./declared-names.ts";
import { BUILT_INS, GLOBALS, REFUSED_NODES } from "./supported-names.ts";
import { CodeRefusal, nodeOf, nodesOf, walk, type Node, type SourceFile } from "./syntax.ts";

const REFUSED_OPERATORS: ReadonlySet<string> = new Set(["in", "instanceof", "~"]);
const HIDDEN_MEMBERS: ReadonlySet<string> = new Set(["constructor", "prototype", "__proto__"]);
const CONTEXT_MEMBERS =
  /^(?:args|arguments|identity|source|stash|result|prev|error|request|info|env|outErrors)$/;

const INSTEAD: Readonly<Record<string, string>> = {
  Number: "+value",
  parseInt: "+value",
  parseFloat: "+value",
  String: "a template literal",
  Date: "util.time",
};

type Refuse = (node: Node, reason: string) => never;

/** What is wrong with a node by itself, without regard to names. */
function formOf(node: Node): string | undefined {
  const { operator, kind } = node;
  const member =
    node.type === "MemberExpression" && node["computed"] !== true ? nodeOf(node, "property") : undefined;
  const findings: readonly (readonly [boolean, string])[] = [
    [REFUSED_NODES[node.type] !== undefined, `${REFUSED_NODES[node.type]} is not supported`],
    [node["async"] === true || node["await"] === true, "async is not supported"],
    [node["generator"] === true, "generators are not supported"],
    [node["regex"] !== undefined, "regular expressions are not supported (use util.matches)"],
    [kind === "get" || kind === "set", "getters and setters are not supported"],
    [REFUSED_OPERATORS.has(String(operator)), `the operator ${String(operator)} is not supported`],
    [HIDDEN_MEMBERS.has(nameOf(member)), `.${nameOf(member)} is not supported`],
    [
      node.type === "ReturnStatement" && isFunction(nodeOf(node, "argument")),
      "a function cannot return a function",
    ],
  ];
  return findings.find(([isFound]) => isFound)?.[1];
}

function checkForm(node: Node, refuse: Refuse): void {
  const reason = formOf(node);
  if (reason) refuse(node, reason);
}

function checkImport(node: Node, provided: Provided, refuse: Refuse): void {
  const source = nodeOf(node, "source");
  if (!source) return;
  if (node.type !== "ImportDeclaration") refuse(node, "exporting from another module is not supported");
  const module = provided.modules[nameOf(source)];
  if (!module) refuse(source, `the module "${nameOf(source)}" cannot be imported`);
  for (const specifier of nodesOf(node, "specifiers")) {
    if (specifier.type === "ImportDefaultSpecifier") refuse(specifier, "the module has no default export");
    const imported = nodeOf(specifier, "imported");
    const isKnown =
      !imported || (typeof module === "object" && module !== null && nameOf(imported) in module);
    if (!isKnown) refuse(specifier, `"${nameOf(source)}" has no export "${nameOf(imported)}"`);
  }
}

/** Whether an identifier reads a variable, as against naming a member, a property or an import. */
function isReference(node: Node, parent: Node | undefined): boolean {
  if (node.type !== "Identifier" || !parent) return false;
  const isPlain = parent["computed"] !== true && parent["shorthand"] !== true;
  if (parent.type === "MemberExpression") return !(isPlain && nodeOf(parent, "property") === node);
  if (parent.type === "Property") return !(isPlain && nodeOf(parent, "key") === node);
  return !/^(?:Import|Export).*Specifier$/.test(parent.type);
}

function checkReference(node: Node, parent: Node | undefined, names: DeclaredNames, refuse: Refuse): void {
  if (!isReference(node, parent)) return;
  const name = nameOf(node);
  if (names.all.has(name) || GLOBALS.has(name)) return;
  const members = Object.hasOwn(BUILT_INS, name) ? BUILT_INS[name] : undefined;
  const isUsedByMember = parent?.type === "MemberExpression" && nodeOf(parent, "object") === node;
  if (members && isUsedByMember) return;
  const hint = INSTEAD[name] ?? "";
  refuse(node, `${name} is not defined in the runtime${hint && ` (use ${hint})`}`);
}

function checkAssignment(
  node: Node,
  names: DeclaredNames,
  contexts: ReadonlySet<string>,
  refuse: Refuse,
): void {
  const left = node.type === "AssignmentExpression" ? nodeOf(node, "left") : undefined;
  if (!left) return;
  if (names.functions.has(nameOf(left))) refuse(node, "a function cannot be reassigned");
  const target = left.type === "MemberExpression" ? nodeOf(left, "object") : left;
  const isContext = target?.type === "Identifier" && contexts.has(nameOf(target));
  const member = left.type === "MemberExpression" ? nameOf(nodeOf(left, "property")) : "args";
  if (isContext && CONTEXT_MEMBERS.test(member)) {
    refuse(node, "the context and its own members cannot be reassigned");
  }
}

/** Names of the first parameters of the handlers. */
function contextNames(names: DeclaredNames): ReadonlySet<string> {
  const handlers = ["request", "response"].flatMap((name) => names.functions.get(name) ?? []);
  return new Set(
    handlers
      .flatMap((handler) => nodesOf(handler, "params").slice(0, 1))
      .map(nameOf)
      .filter(Boolean),
  );
}

/** Throws a `CodeRefusal` for the first thing that the documented subset of JavaScript does not hold. */
export function checkSubset(file: SourceFile, provided: Provided): void {
  const refuse: Refuse = (node, reason) => {
    throw new CodeRefusal(file, node.start, reason);
  };
  const names = declaredNames(file);
  const contexts = contextNames(names);
  for (const statement of file.body) {
    checkImport(statement, provided, refuse);
    if (statement.type === "ImportDeclaration") continue;
    walk(statement, (node, parent) => {
      checkForm(node, refuse);
      if (node.type === "CallExpression") checkCall(node, names, provided, refuse);
      const tag = node.type === "TaggedTemplateExpression" ? nodeOf(node, "tag") : undefined;
      if (tag && file.code.slice(tag.start, tag.end) !== "String.raw")
        refuse(node, "tagged templates are not supported");
      checkReference(node, parent, names, refuse);
      checkAssignment(node, names, contexts, refuse);
    });
  }
  checkRecursion(names, refuse);
}
