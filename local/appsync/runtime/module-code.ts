import { nameOf } from "./declared-names.ts";
import { nodeOf, nodesOf, walk, type Node, type SourceFile } from "./syntax.ts";

/** Text that takes the place of `start` to `end`; nothing taken where both are the same. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function importAsConstants(node: Node): string {
  const source = JSON.stringify(nameOf(nodeOf(node, "source")));
  return nodesOf(node, "specifiers")
    .map((specifier) => {
      const imported = nodeOf(specifier, "imported");
      const member = imported ? `[${JSON.stringify(nameOf(imported))}]` : "";
      return `const ${nameOf(nodeOf(specifier, "local"))} = modules[${source}]${member};`;
    })
    .join(" ");
}

/** Local names of what the file exports, by exported name. */
export function exportsOf(file: SourceFile): ReadonlyMap<string, string> {
  const pairs = file.body.flatMap((node) => {
    if (node.type !== "ExportNamedDeclaration") return [];
    const declaration = nodeOf(node, "declaration");
    const declared = declaration
      ? [nodeOf(declaration, "id"), ...nodesOf(declaration, "declarations").map((one) => nodeOf(one, "id"))]
      : [];
    const names = declared.map(nameOf).filter(Boolean);
    const specifiers = nodesOf(node, "specifiers");
    return [
      ...names.map((name) => [name, name] as const),
      ...specifiers.map((one) => [nameOf(nodeOf(one, "exported")), nameOf(nodeOf(one, "local"))] as const),
    ];
  });
  return new Map(pairs);
}

function ofModule(node: Node): readonly Edit[] {
  if (node.type === "ImportDeclaration") return [{ ...node, text: importAsConstants(node) }];
  if (node.type !== "ExportNamedDeclaration") return [];
  return [{ start: node.start, end: nodeOf(node, "declaration")?.start ?? node.end, text: "" }];
}

/** Loops count what they go through. */
function ofLoop(node: Node): readonly Edit[] {
  const right = /^For(?:Of|In)Statement$/.test(node.type) ? nodeOf(node, "right") : undefined;
  if (!right) return [];
  const counter = node.type === "ForOfStatement" ? "$elements" : "$keys";
  return [
    { start: right.start, end: right.start, text: `${counter}(` },
    { start: right.end, end: right.end, text: ")" },
  ];
}

/** The file as a function body that finds `modules`, `$elements` and `$keys` around it; every statement keeps its line. */
export function asFunctionBody(file: SourceFile): string {
  const edits: Edit[] = file.body.flatMap(ofModule);
  for (const statement of file.body) walk(statement, (node) => void edits.push(...ofLoop(node)));
  return edits
    .toSorted((left, right) => right.start - left.start)
    .reduce((code, { start, end, text }) => {
      const lines = code.slice(start, end).replace(/[^\n]/g, "");
      return code.slice(0, start) + text + lines + code.slice(end);
    }, file.code);
}
