import { refusedMethods } from "./appsync-js-methods.ts";
import { refusedNames, refusedTricks } from "./appsync-js-names.ts";
import { head, inRequest, tail, type Row } from "./appsync-js-scratch.ts";

/** A resolver that holds one thing which the runtime does not support, in a line of its own. */
export interface RefusedSource {
  readonly name: string;
  readonly source: string;
  /** Line of the thing, counted from 1. */
  readonly line: number;
  /** The linter's rule without its prefix; undefined where the linter has none and only the reference refuses it. */
  readonly rule: string | undefined;
  /** What our runtime says. */
  readonly says: string;
}

/** `declarations` in the second line, beside the handlers. */
function beside(declarations: string, use: string): string {
  return [head, declarations, `export function request(ctx) { return { payload: ${use} }; }`, tail].join(
    "\n",
  );
}

const statements: readonly Row[] = [
  ["await", "await ctx.args;", "async", "no-await"],
  ["an async arrow function", "const f = async () => 1; f();", "async", "no-async"],
  ["an async function expression", "const f = async function () {}; f();", "async", "no-async"],
  ["new Promise", "return new Promise(() => {});", "new", "no-promise"],
  ["Promise", "return Promise.resolve(1);", "Promise is not defined"],
  ["a generator", "function* g() { return 1; } g();", "generators", "no-generators"],
  ["a generator expression", "const g = function* () {}; g();", "generators"],
  ["yield", "function* g() { yield 1; } g();", "generators", "no-yield"],
  ["a class", "class A {}", "classes", "no-classes"],
  ["a class expression", "const A = class {};", "classes"],
  ["for (;;)", "for (let i = 0; i < 3; i += 1) {}", "for(;;)", "no-for"],
  ["for (;;) without end", "for (;;) {}", "for(;;)", "no-for"],
  ["while", "while (ctx.args.a) {}", "while", "no-while"],
  ["do while", "do {} while (ctx.args.a);", "do-while", "no-while"],
  ["continue", "for (const a of []) { continue; }", "continue", "no-continue"],
  ["a label", "outer: for (const a of []) {}", "labels", "no-labels"],
  ["try and catch", "try { ctx.args; } catch {}", "try", "no-try"],
  ["try and finally", "try { ctx.args; } finally {}", "try", "no-try"],
  ["throw", "throw ctx.args;", "throw"],
  ["this", "return this;", "this", "no-this"],
  ["new", "return new Map();", "new"],
  ["a regular expression", "return /a/;", "regular expressions", "no-regex"],
  ["++ behind", "let n = 1; n++;", "++ and --", "no-disallowed-unary-operators"],
  ["-- in front", "let n = 1; --n;", "++ and --", "no-disallowed-unary-operators"],
  ["~", "return ~1;", "operator ~", "no-disallowed-unary-operators"],
  ["instanceof", "return ctx instanceof Object;", "operator instanceof", "no-disallowed-binary-operators"],
  ["in", "return 'a' in ctx;", "operator in", "no-in-operator"],
  ["debugger", "debugger;", "debugger"],
  ["a getter", "const o = { get a() { return 1; } }; return o;", "getters"],
  ["new.target", "return new.target;", "new.target"],
  ["a tagged template", "return ctx.args.f`x`;", "tagged templates"],
  ["import()", "return import('x');", "import()"],
  [
    "a function given to a function",
    "const run = (g) => g; const f = () => 1; run(f);",
    "passing a function",
    "no-function-passing",
  ],
  [
    "an arrow function given to a function",
    "const run = (g) => g; run(() => 1);",
    "passing a function",
    "no-function-passing",
  ],
  ["a function given to util", "util.error(() => 1);", "passing a function"],
  [
    "a function given to JSON.stringify",
    "return JSON.stringify({}, () => 1);",
    "passing a function",
    "no-function-passing",
  ],
  ["a function given to sort", "return [3, 1].sort((a, b) => a - b);", "sort()", "no-function-passing"],
  [
    "a function given to replace",
    "return 'a'.replace('a', () => 'b');",
    "passing a function",
    "no-function-passing",
  ],
  [
    "a function given another name",
    "const f = () => 1; const g = f; g();",
    "reassigned",
    "no-function-reassign",
  ],
  ["a function assigned", "const f = () => 1; let g = 1; g = f;", "reassigned", "no-function-reassign"],
  ["a function returned", "return () => 1;", "cannot return a function", "no-function-return"],
  [
    "a named function returned",
    "const f = () => 1; return f;",
    "cannot return a function",
    "no-function-return",
  ],
  [
    "an arrow function that answers an arrow function",
    "const f = () => () => 1; f();",
    "cannot return a function",
    "no-function-return",
  ],
  [
    "an arrow function that answers a named one",
    "const g = () => 1; const f = () => g; f();",
    "cannot return a function",
    "no-function-return",
  ],
  ["the context assigned", "ctx = {};", "cannot be reassigned", "no-disallowed-re-assignment"],
  ["the stash replaced", "ctx.stash = {};", "cannot be reassigned", "no-disallowed-re-assignment"],
  ["a new member of the context", "ctx.mine = 1;", "cannot be reassigned", "no-disallowed-re-assignment"],
  [
    "a computed member of the context",
    "ctx['stash'] = {};",
    "cannot be reassigned",
    "no-disallowed-re-assignment",
  ],
  [
    "a member of the context deleted",
    "delete ctx.stash;",
    "cannot be reassigned",
    "no-disallowed-re-assignment",
  ],
  [
    "a member of the context as a loop's variable",
    "for (ctx.prev of []) {}",
    "cannot be reassigned",
    "no-disallowed-re-assignment",
  ],
  ["the context destructured into", "[ctx] = [1];", "cannot be reassigned", "no-disallowed-re-assignment"],
];

const whole: readonly (readonly [string, string, number, string, string?])[] = [
  [
    "an async handler",
    `${head}\nexport async function request() { return {}; }\n${tail}`,
    2,
    "async",
    "no-async",
  ],
  [
    "a generator as handler",
    `${head}\nexport function* request() { return {}; }\n${tail}`,
    2,
    "generators",
    "no-generators",
  ],
  ["recursion", beside("function f(n) { return f(n); }", "f(1)"), 2, "recursive", "no-recursion"],
  [
    "recursion through another function",
    beside("const a = () => b(); const b = () => a();", "a()"),
    2,
    "recursive",
    "no-recursion",
  ],
  [
    "a function of the file given on",
    beside("const f = () => 1; const run = (g) => g;", "run(f)"),
    3,
    "passing a function",
    "no-function-passing",
  ],
  ["import of another file", `import { x } from "./other.js";\n${inRequest("x;")}`, 1, "./other.js"],
  ["import of a module of Node", `import fs from "node:fs";\n${inRequest("fs;")}`, 1, "node:fs"],
  [
    "import of the RDS helpers",
    `import { sql } from "@aws-appsync/utils/rds";\n${inRequest("sql;")}`,
    1,
    "@aws-appsync/utils/rds",
  ],
  [
    "import of the AI helpers",
    `import { converse } from "@aws-appsync/utils/ai";\n${inRequest("converse;")}`,
    1,
    "@aws-appsync/utils/ai",
  ],
  [
    "import of what a module does not have",
    `import { nothing } from "@aws-appsync/utils";\n${inRequest("nothing;")}`,
    1,
    "nothing",
  ],
  [
    "import for its effect",
    `import "@aws-appsync/other";\n${inRequest("ctx.args;")}`,
    1,
    "@aws-appsync/other",
  ],
  [
    "export *",
    `export * from "@aws-appsync/utils";\n${inRequest("ctx.args;")}`,
    1,
    "exporting from another module",
  ],
  ["export default", `${inRequest("ctx.args;")}\nexport default 1;`, 7, "export default"],
  ["top-level await", `${head}\nawait 1;\n${tail}`, 2, "await", "no-await"],
  ["a template of strings and a method", inRequest("return `a`.at(0);"), 3, "at()"],
];

const rows = [...statements, ...refusedMethods, ...refusedNames, ...refusedTricks].map(
  ([name, statement, says, rule]): RefusedSource => ({
    name,
    source: inRequest(statement),
    line: 3,
    rule,
    says,
  }),
);

export const refusedSources: readonly RefusedSource[] = [
  ...rows,
  ...whole.map(([name, source, line, says, rule]) => ({ name, source, line, rule, says })),
];
