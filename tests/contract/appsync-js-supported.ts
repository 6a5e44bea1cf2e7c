import { inRequest } from "./appsync-js-scratch.ts";

/** What the reference calls supported; neither the linter nor our runtime may have anything against it. */
export const supportedSources: readonly (readonly [name: string, source: string])[] = (
  [
    ["arithmetic", "const a = ((1 + 2) * 3) / 4 - (5 % 2) ** 2; return -a + +'1';"],
    ["bits", "return (1 & 2) | (3 ^ 4) | (1 << 2) | (8 >> 1) | (8 >>> 1);"],
    ["comparison and logic", "return (1 === 1 && 2 !== 3) || !(1 <= 2) ? 1 : 2;"],
    ["?? and ?.", "return ctx.args?.a?.b ?? ctx.args.list?.[0];"],
    ["assignment with an operator", "let n = 1; n += 1; n -= 1; n *= 2; n ??= 1; n ||= 1; return n;"],
    ["typeof, void, delete", "const o = { a: 1 }; delete o.a; return [typeof o, void 0];"],
    ["spread and rest", "const { a, ...rest } = { ...ctx.args }; return [...[a], rest];"],
    ["const, let, var", "const a = 1; let b = 2; var c = 3; return a + b + c;"],
    ["if and else", "if (ctx.args.a) { return 1; } else { return 2; }"],
    [
      "for of, for in, break",
      "for (const a of [1]) { if (a) break; } for (const k in ctx.args) { ctx.stash[k] = 1; }",
    ],
    ["switch", "switch (ctx.args.a) { case 1: return 1; default: return 2; }"],
    ["templates", "return `a ${1 + 1}\\n ${`b ${2}`}`;"],
    ["functions", "const f = (a, ...b) => [a, b]; function g(a) { return a; } return f(g(1), 2);"],
    ["members of the stash", "ctx.stash.a = 1; ctx.stash['b'] = 2; delete ctx.stash.a;"],
    [
      "Object",
      "return [Object.assign({}, ctx.args), Object.entries({}), Object.hasOwn({}, 'a'), Object.keys({}), Object.values({})];",
    ],
    [
      "String",
      "return ['a'.length, 'a'.charAt(0), 'a'.concat('b'), 'a'.endsWith('a'), 'a'.indexOf('a'), 'a'.lastIndexOf('a'), 'a'.replace('a', 'b'), 'a'.replaceAll('a', 'b'), 'a'.slice(0), 'a'.split(','), 'a'.startsWith('a'), 'a'.toLowerCase(), 'a'.toUpperCase(), 'a'.trim(), 'a'.trimEnd(), 'a'.trimStart()];",
    ],
    ["Number", "return Number.isFinite(1) && Number.isNaN(1);"],
    [
      "Math",
      "return [Math.random(), Math.min(1, 2), Math.max(1, 2), Math.round(1.5), Math.floor(1.5), Math.ceil(1.5)];",
    ],
    [
      "Array",
      "const l = [1]; l.push(2); l.pop(); l.unshift(1); l.shift(); l.fill(1); l.reverse(); l.sort(); l.splice(0, 1); return [l.length, l.concat([1]), l.flat(), l.indexOf(1), l.lastIndexOf(1), l.join(','), l.slice(0), l.includes(1)];",
    ],
    [
      "Array with a function",
      "const l = [1]; l.forEach((x) => { ctx.stash.x = x; }); return [l.map((x) => x), l.flatMap((x) => [x]), l.filter((x) => x), l.reduce((a, x) => a + x, 0), l.reduceRight((a, x) => a + x, 0), l.find((x) => x), l.some((x) => x), l.every((x) => x), l.findIndex((x) => x)];",
    ],
    ["a named function given to an array", "const double = (x) => x * 2; return [1].map(double);"],
    [
      "JSON and console",
      "console.log('a', ctx.args); console.error(1); return JSON.parse(JSON.stringify({}));",
    ],
    ["NaN, Infinity, undefined", "return [NaN, Infinity, undefined];"],
    ["a key that is called constructor", "return { constructor: 1 };"],
  ] as const
).map(([name, statement]) => [name, inRequest(statement)] as const);
