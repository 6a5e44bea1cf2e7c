import { createContext, Script, type Context } from "node:vm";
import { current } from "./invocation.ts";
import { nameOf } from "./declared-names.ts";
import { checkSubset } from "./subset.ts";
import { CodeRefusal, nodeOf, nodesOf, parseFile, type Node, type SourceFile } from "./syntax.ts";
import { dynamodbModule } from "./toolbox/dynamodb-module.ts";
import { tools } from "./toolbox/tools.ts";

const LARGEST_CODE_BYTES = 32_768;
const NAMES = ["request", "response"] as const;

export type HandlerName = (typeof NAMES)[number];
type Handlers = Readonly<Record<HandlerName, (context: unknown) => unknown>>;

export interface HandlerModule {
  readonly fileName: string;
  /** A fresh module each time: nothing outlives an invocation. */
  instantiate(): Handlers;
}

const MODULES: Readonly<Record<string, unknown>> = deepFrozen({
  "@aws-appsync/utils": tools,
  "@aws-appsync/utils/dynamodb": dynamodbModule,
});

function deepFrozen<Value extends object>(value: Value): Value {
  for (const member of Object.values(value)) {
    if (typeof member === "object" && member !== null) deepFrozen(member);
  }
  return Object.freeze(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return ""; // as documented for the runtime
  }
}

const logger = (...values: unknown[]) => {
  const texts = values.map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
  current().effects.logs.push(texts.join(" "));
};

const ENVIRONMENT = {
  ...tools,
  modules: MODULES,
  console: Object.freeze({ log: logger, error: logger }),
  JSON: Object.freeze({ parse: parseJson, stringify: JSON.stringify }),
};

let realm: Context | undefined;

/** One realm for all code: its built-ins are frozen, its modules are instantiated per invocation. */
function sharedRealm(): Context {
  if (realm) return realm;
  realm = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  new Script(`for (const type of [Object, Array, String, Number, Boolean, Function, Math])
    Object.freeze(type.prototype ?? type);`).runInContext(realm);
  return realm;
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

/** Local names of what the file exports. */
function exportsOf(file: SourceFile): ReadonlyMap<string, string> {
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

/** The file as a function body; every statement keeps its line. */
function asFunctionBody(file: SourceFile): string {
  const edits = file.body.flatMap((node) => {
    if (node.type === "ImportDeclaration") return [{ node, end: node.end, text: importAsConstants(node) }];
    if (node.type !== "ExportNamedDeclaration") return [];
    return [{ node, end: nodeOf(node, "declaration")?.start ?? node.end, text: "" }];
  });
  return edits.reduceRight((code, { node, end, text }) => {
    const lines = code.slice(node.start, end).replace(/[^\n]/g, "");
    return code.slice(0, node.start) + text + lines + code.slice(end);
  }, file.code);
}

/** Loads resolver or function code; throws a `CodeRefusal` that names file and line. */
export function loadHandlers(code: string, fileName: string): HandlerModule {
  if (Buffer.byteLength(code) > LARGEST_CODE_BYTES) {
    throw new CodeRefusal({ name: fileName, code }, 0, `code is limited to ${LARGEST_CODE_BYTES} bytes`);
  }
  const file = parseFile(fileName, code);
  checkSubset(file, { modules: MODULES, globals: tools });
  const exported = exportsOf(file);
  for (const name of NAMES) {
    if (!exported.has(name)) throw new CodeRefusal(file, 0, `exports no function ${name}`);
  }
  const result = NAMES.map((name) => `${name}: ${exported.get(name)}`).join(", ");
  // The inner block lets an import shadow the global of the same name.
  const head = `"use strict"; (({ ${Object.keys(ENVIRONMENT).join(", ")} }) => { { `;
  const script = new Script(`${head}${asFunctionBody(file)}\nreturn { ${result} }; } })`, {
    filename: fileName,
    columnOffset: -head.length,
  });
  // The script's value is the arrow function built in the line above.
  const create = script.runInContext(sharedRealm()) as (environment: typeof ENVIRONMENT) => Handlers;
  return { fileName, instantiate: () => create(ENVIRONMENT) };
}
