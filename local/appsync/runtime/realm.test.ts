import { describe, expect, test } from "vitest";
import type { Fields } from "../shape.ts";
import { evaluateCode } from "./evaluate-code.ts";

function request(body: string, args: Fields = {}) {
  const code = `import { util, runtime } from "@aws-appsync/utils";
import * as ddb from "@aws-appsync/utils/dynamodb";
export function request(ctx) { ${body} }
export function response(ctx) { return ctx.result; }`;
  return evaluateCode({
    code,
    fileName: "realm-test.js",
    context: { args },
    function: "request",
    clock: Date.now,
  });
}

const list = (length: number) => Array.from({ length }, (_, index) => index);

describe("nothing within reach leads out of the runtime, not even by a name that is put together at run time", () => {
  const name = '["con", "structor"].join("")';
  test.each([
    "ctx",
    "ctx.args",
    "ctx.args.list",
    "'text'",
    "1",
    "true",
    "[]",
    "{}",
    "util",
    "util.autoId",
    "ddb.get",
    "runtime.earlyReturn",
    "Object.keys",
    "JSON.parse",
    "console.log",
    "[].map",
    "((a) => a)",
    "util.dynamodb.toMapValues({ a: 1 })",
    "util.autoId()",
    "JSON.parse('{}')",
    "Object.entries({ a: 1 })",
  ])("%s", (thing) => {
    const { result, error } = request(`const it = ${thing}; return typeof it[${name}];`, { list: [1] });
    // A function of the file may not get a second name; reading from it on the spot gives nothing either.
    expect(error).toBeUndefined();
    expect(result).toBe("undefined");
  });

  test.each(["__proto__", "__defineGetter__", "__lookupGetter__"])("%s", (member) => {
    const halves = JSON.stringify([member.slice(0, 3), member.slice(3)]);
    expect(request(`return typeof ctx.args[${halves}.join("")];`).result).toBe("undefined");
  });

  test("tools and built-ins cannot be changed for the next evaluation", () => {
    expect(request("util.autoId = 1;").error).toMatchObject({ message: "Runtime Error" });
    expect(request("util.dynamodb.mine = 1;").error).toMatchObject({ message: "Runtime Error" });
    expect(request('const a = []; const k = "map"; const p = a[k]; p.mine = 1;').result).toBeNull();
    expect(request("return typeof [].map.mine;").result).toBe("undefined");
  });
});

describe("loops end after 1,000 elements on AWS without a word; here they fail with their reason", () => {
  const reason = "A loop over more than 1000 elements";
  const loops = [
    ["for of", "let n = 0; for (const a of ctx.args.list) { n += 1; } return n;"],
    ["for of without a block", "let n = 0; for (const a of ctx.args.list) n += 1; return n;"],
    ["for in", "let n = 0; for (const a in ctx.args.list) { n += 1; } return n;"],
    ["forEach", "ctx.stash.n = 0; ctx.args.list.forEach((a) => { ctx.stash.n += 1; }); return ctx.stash.n;"],
    ["map", "return ctx.args.list.map((a) => a).length;"],
    ["flatMap", "return ctx.args.list.flatMap((a) => [a]).length;"],
    ["filter", "return ctx.args.list.filter((a) => true).length;"],
    ["reduce", "return ctx.args.list.reduce((n, a) => n + 1, 0);"],
    ["reduceRight", "return ctx.args.list.reduceRight((n, a) => n + 1, 0);"],
    ["every", "return ctx.args.list.every((a) => true) ? ctx.args.list.length : 0;"],
    ["some", "return ctx.args.list.some((a) => false) ? 0 : ctx.args.list.length;"],
    ["find", "return ctx.args.list.find((a) => false) ? 0 : ctx.args.list.length;"],
    ["findIndex", "return ctx.args.list.findIndex((a) => false) + 1 + ctx.args.list.length;"],
    ["findLast", "return ctx.args.list.findLast((a) => false) ? 0 : ctx.args.list.length;"],
    ["findLastIndex", "return ctx.args.list.findLastIndex((a) => false) + 1 + ctx.args.list.length;"],
  ] as const;

  test.each(loops)("%s", (_, body) => {
    expect(request(body, { list: list(1000) })).toMatchObject({ result: 1000 });
    expect(request(body, { list: list(1001) }).error?.message).toContain(reason);
  });

  test("a loop in a loop counts anew, and one that ends early is none too long", () => {
    const nested =
      "let n = 0; for (const a of ctx.args.list) { for (const b of ctx.args.list) n += 1; } return n;";
    expect(request(nested, { list: list(100) }).result).toBe(10_000);
    const early =
      "for (const a of ctx.args.list) { if (a === 10) break; } return ctx.args.list.find((a) => a > 10);";
    expect(request(early, { list: list(2000) }).result).toBe(11);
  });

  test("a loop that lengthens its own list ends", () => {
    const body = "for (const a of ctx.args.list) { ctx.args.list.push(a); }";
    expect(request(body, { list: [1] }).error?.message).toContain(reason);
  });
});

test("code of 32,000 characters loads, one more does not", () => {
  const code = (length: number) => {
    const body = "export function request() { return 1; }\nexport function response() { return 1; }\n//";
    return { code: body.padEnd(length, "笑"), fileName: "long.js", context: {}, clock: Date.now } as const;
  };
  expect(evaluateCode({ ...code(32_000), function: "request" }).result).toBe(1);
  expect(() => evaluateCode({ ...code(32_001), function: "request" })).toThrow(
    "long.js:1:1 code is limited to 32000 characters",
  );
});
