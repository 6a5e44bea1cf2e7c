import { describe, expect, test } from "vitest";
import { loadHandlers } from "./handler-module.ts";

const RESPONSE = "\nexport function response(ctx) { return ctx.result; }";

function load(body: string): unknown {
  return loadHandlers(`import { util } from "@aws-appsync/utils";\n${body}${RESPONSE}`, "file.js");
}

function inRequest(statement: string): () => unknown {
  return () => load(`export function request(ctx) {\n  ${statement}\n}`);
}

describe("code that the real runtime refuses is refused with its place", () => {
  test.each([
    ["await ctx.args;", "async"],
    ["for (let i = 0; i < 3; i += 1) {}", "for(;;)"],
    ["while (true) {}", "while"],
    ["do {} while (true);", "do-while"],
    ["try { ctx.args; } catch {}", "try"],
    ["throw 1;", "throw"],
    ["class A {}", "classes"],
    ["return this;", "this"],
    ["return new Date();", "new is not supported"],
    ["let n = 1; n++;", "++ and --"],
    ["return ~1;", "operator ~"],
    ["return 'a' in ctx;", "operator in"],
    ["return ctx instanceof Object;", "operator instanceof"],
    ["for (const a of []) { continue; }", "continue"],
    ["outer: for (const a of []) {}", "labels"],
    ["return /a/;", "regular expressions"],
    ["return Date.now();", "Date is not defined"],
    ["return process.env;", "process is not defined"],
    ["return fetch('x');", "fetch is not defined"],
    ["setTimeout(1);", "setTimeout is not defined"],
    ["return require('x');", "require is not defined"],
    ["return globalThis;", "globalThis is not defined"],
    ["return Number('1');", "Number is not defined"],
    ["return Number.parseInt('1');", "Number.parseInt is not supported"],
    ["return Promise.resolve(1);", "Promise is not defined"],
    ["return 'a'.padStart(3);", "padStart()"],
    ["return [3, 1].sort((a, b) => a - b);", "sort()"],
    ["return 'a.b'.split('.');", "Java regular expression"],
    ["return () => 1;", "cannot return a function"],
    ["ctx.stash = {};", "cannot be reassigned"],
    ["ctx = {};", "cannot be reassigned"],
    ["return ctx.constructor;", ".constructor"],
    ["return util.isNull(ctx.args.a);", "util.isNull does not exist"],
    ["return import('x');", "import()"],
    ["return `${1}`.at(0);", "at()"],
    ["const f = (n) => n; return util.error(f);", "passing a function"],
    ["const o = { get a() { return 1; } }; return o;", "getters"],
    ["return String.raw`a`.match(1);", "match()"],
  ])("%s", (statement, reason) => {
    expect(inRequest(statement)).toThrow(/^file\.js:3:\d+ /);
    expect(inRequest(statement)).toThrow(reason);
  });

  test("the place is the very line and column", () => {
    const code = "export function request(ctx) {\n  const a = 1;\n  if (a) { throw a; }\n}" + RESPONSE;
    expect(() => loadHandlers(code, "deep/file.js")).toThrow("deep/file.js:3:12 throw");
  });

  test("recursion, also through another function", () => {
    expect(() => load("function f(n) { return f(n); }\nexport function request() { return f(1); }")).toThrow(
      "recursive",
    );
    const mutual = "const a = () => b();\nconst b = () => a();\nexport function request() { return a(); }";
    expect(() => load(mutual)).toThrow("recursive");
  });

  test("async and generator functions", () => {
    expect(() => load("export async function request() {}")).toThrow("async");
    expect(() => load("export function* request() {}")).toThrow("generators");
  });

  test("imports of anything else", () => {
    expect(() => load('import { x } from "./other.js";\nexport function request() {}')).toThrow("./other.js");
    expect(() => load('import fs from "node:fs";\nexport function request() {}')).toThrow("node:fs");
    expect(() => load('import { nothing } from "@aws-appsync/utils";\nexport function request() {}')).toThrow(
      "nothing",
    );
    expect(() =>
      load(
        'import * as ddb from "@aws-appsync/utils/dynamodb";\nexport const request = () => ddb.upsert({});',
      ),
    ).toThrow("ddb.upsert does not exist");
  });

  test("a missing handler, a syntax error, TypeScript, and more than 32,000 characters", () => {
    expect(() => loadHandlers("export function request() {}", "file.js")).toThrow("no function response");
    expect(() => loadHandlers("export function request( {", "file.js")).toThrow(/^file\.js:1:/);
    expect(() => load("export function request(ctx: unknown) {}")).toThrow("file.js:2");
    expect(() => load(`// ${"x".repeat(33_000)}\nexport function request() {}`)).toThrow("32000");
  });
});

test("the supported subset loads", () => {
  const code = `
    import { util as u, runtime } from "@aws-appsync/utils";
    import * as ddb from "@aws-appsync/utils/dynamodb";
    import { get, operations } from "@aws-appsync/utils/dynamodb";
    const LIMIT = 5;
    const double = (n) => n * 2;
    export const request = (ctx) => {
      const { id, ...rest } = ctx.args;
      let text = "";
      for (const key in rest) { text += key; }
      for (const [name, value] of Object.entries(rest)) {
        if (!name) break;
        ctx.stash[name] = value ?? null;
      }
      switch (text) { case "a": delete rest.a; break; default: text = \`\${text}!\`; }
      const numbers = [1, 2].map((n) => double(n)).filter((n) => n > LIMIT).reduce((a, b) => a + b, 0);
      if (ctx.args?.stop) runtime.earlyReturn({ numbers });
      console.log(Math.max(1, 2), JSON.stringify(rest), typeof id, +"3", ["a"].includes("a"));
      return id ? get({ key: { id } }) : ddb.update({ key: {}, update: { n: operations.increment(1) } });
    };
    const response = function (ctx) { return u.time.nowISO8601(); };
    export { response };`;
  expect(() => loadHandlers(code, "file.js")).not.toThrow();
});
