import type { Row } from "./appsync-js-scratch.ts";

// Methods that the linter knows by their types, and the same by our list of what is supported.
export const refusedMethods: readonly Row[] = [
  ...["copyWithin(0, 1)", "entries()", "keys()", "toLocaleString()", "toString()", "values()"].map(
    (call): Row => [`[].${call}`, `return [1].${call};`, call.replace(/\(.*/, "()"), "no-disallowed-methods"],
  ),
  ...["at(0)", "toSorted()", "toReversed()", "with(0, 1)", "find(1).at()"].map((call): Row => [
    `[].${call}`,
    `return [1].${call};`,
    "not among the supported ones",
  ]),
  ...[
    "charCodeAt(0)",
    "localeCompare('b')",
    "matchAll('b')",
    "padEnd(3)",
    "padStart(3)",
    "repeat(2)",
    "search('b')",
    "toLocaleLowerCase()",
    "toLocaleUpperCase()",
    "valueOf()",
  ].map((call): Row => [
    `"".${call}`,
    `return "a".${call};`,
    call.replace(/\(.*/, "()"),
    "no-disallowed-methods",
  ]),
  ...["match('b')", "at(0)", "substring(1)", "substr(1)", "codePointAt(0)", "normalize()", "toString()"].map(
    (call): Row => [`"".${call}`, `return "a".${call};`, "not among the supported ones"],
  ),
  ...[
    "create({})",
    "defineProperties({}, {})",
    "defineProperty({}, 'a', {})",
    "freeze({})",
    "getOwnPropertyDescriptor({}, 'a')",
    "getOwnPropertyDescriptors({})",
    "getOwnPropertyNames({})",
    "getOwnPropertySymbols({})",
    "getPrototypeOf({})",
    "is(1, 1)",
    "isExtensible({})",
    "isFrozen({})",
    "isSealed({})",
    "preventExtensions({})",
    "seal({})",
    "setPrototypeOf({}, null)",
  ].map((call): Row => [
    `Object.${call}`,
    `return Object.${call};`,
    `Object.${call.replace(/\(.*/, "")} is not supported`,
    "no-disallowed-methods",
  ]),
  ...["Array.from([])", "Array.of(1)", "Array.isArray([])", "Number(1)", "Number.parseInt('1')"].map(
    (call): Row => [
      call,
      `return ${call};`,
      `${call.replace(/\(.*/, "").replace(/Array\..*/, "Array")} is not`,
    ],
  ),
  ...[
    "Math.abs(1)",
    "Math.sqrt(1)",
    "Math.PI",
    "Object.fromEntries([])",
    "Object.groupBy([], 1)",
    "String.fromCharCode(1)",
  ].map((call): Row => [call, `return ${call};`, `${call.replace(/\(.*/, "")} is not supported`]),
  ...["JSON.rawJSON(1)", "console.info(1)", "console.warn(1)"].map((call): Row => [
    call,
    `return ${call};`,
    `${call.replace(/\(.*/, "")} is not supported`,
  ]),
  ["a split by a pattern", "return 'a.b'.split('.');", "Java regular expression"],
];
