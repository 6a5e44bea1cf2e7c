import { checkCall, checkRecursion, type Provided } from "./calls.ts";
import { declaredNames, nameOf, type DeclaredNames } from "./declared-names.ts";
import { checkFunctionValue } from "./function-values.ts";
import { BUILT_INS, GLOBALS, HIDDEN_MEMBERS, REFUSED_NODES, REFUSED_OPERATORS } from "./supported-names.ts";
import { CodeRefusal, nodeOf, nodesOf, walk, type Node, type Refuse, type SourceFile } from "./syntax.ts";
import { checkWrites, contextNames } from "./writes.ts";

const INSTEAD: Readonly<Record<string, string>> = {
  Number: "+value",
  parseInt: "+value",
  parseFloat: "+value",
  String: "a template literal",
  Date: "util.time",
};

/** The text of a literal key, also of one without blanks to fill: `a["b"]`, `` a[`b`] ``. */
function keyText(key: Node | undefined): string {
  const [quasi] = key?.type === "TemplateLiteral" ? nodesOf(key, "quasis") : [];
  const value: unknown = quasi?.["value"];
  const cooked = typeof value === "object" && value !== null && "cooked" in value ? value.cooked : undefined;
  return typeof cooked === "string" ? cooked : nameOf(key);
}

/** The name of a hidden member that a node reads or sets, if any. */
function hiddenMember(node: Node, parent: Node | undefined): string | undefined {
  const isRead = node.type === "MemberExpression";
  const isTaken = node.type === "Property" && parent?.type === "ObjectPattern";
  const isPrototype = node.type === "Property" && parent?.type === "ObjectExpression";
  if (!isRead && !isTaken && !isPrototype) return undefined;
  const key = nodeOf(node, isRead ? "property" : "key");
  const name = node["computed"] === true && key?.type === "Identifier" ? "" : keyText(key);
  return isPrototype
    ? [name].find((one) => one === "__proto__")
    : [name].find((one) => HIDDEN_MEMBERS.has(one));
}

/** What is wrong with a node by itself, without regard to names. */
function formOf(node: Node, parent: Node | undefined): string | undefined {
  const { operator, kind } = node;
  const hidden = hiddenMember(node, parent);
  const findings: readonly (readonly [boolean, string])[] = [
    [REFUSED_NODES[node.type] !== undefined, `${REFUSED_NODES[node.type]} is not supported`],
    [node["async"] === true || node["await"] === true, "async is not supported"],
    [node["generator"] === true, "generators are not supported"],
    [node["regex"] !== undefined, "regular expressions are not supported (use util.matches)"],
    [kind === "get" || kind === "set", "getters and setters are not supported"],
    [REFUSED_OPERATORS.has(String(operator)), `the operator ${String(operator)} is not supported`],
    [hidden !== undefined, `.${hidden} is not supported`],
  ];
  return findings.find(([isFound]) => isFound)?.[1];
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
  if (members && parent?.type === "MemberExpression" && nodeOf(parent, "object") === node) {
    const member = keyText(nodeOf(parent, "property"));
    if (parent["computed"] === true || !members.has(member))
      refuse(parent, `${name}.${member} is not supported`);
    return;
  }
  const hint = INSTEAD[name] ?? "";
  refuse(node, `${name} is not defined in the runtime${hint && ` (use ${hint})`}`);
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
      const reason = formOf(node, parent);
      if (reason) refuse(node, reason);
      if (node.type === "CallExpression") checkCall(node, names, provided, refuse);
      const tag = node.type === "TaggedTemplateExpression" ? nodeOf(node, "tag") : undefined;
      if (tag && file.code.slice(tag.start, tag.end) !== "String.raw")
        refuse(node, "tagged templates are not supported");
      checkReference(node, parent, names, refuse);
      checkFunctionValue(node, names, refuse);
      checkWrites(node, names, contexts, refuse);
    });
  }
  checkRecursion(names, refuse);
}
