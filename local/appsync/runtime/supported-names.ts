// From the developer guide, "Supported runtime features" of APPSYNC_JS; what it does not list is refused.

export const GLOBALS: ReadonlySet<string> = new Set([
  "NaN",
  "Infinity",
  "undefined",
  "util",
  "extensions",
  "runtime",
]);

/** Built-in objects with the members that may be used; the objects themselves may not be passed around. */
export const BUILT_INS: Readonly<Record<string, ReadonlySet<string>>> = {
  Object: new Set(["assign", "entries", "hasOwn", "keys", "values"]),
  String: new Set(["raw"]),
  Number: new Set(["isFinite", "isNaN"]),
  Math: new Set(["random", "min", "max", "round", "floor", "ceil"]),
  JSON: new Set(["parse", "stringify"]),
  console: new Set(["log", "error"]),
};

/** Methods of arrays that take a function; nothing else may be given one. */
export const CALLBACK_METHODS: ReadonlySet<string> = new Set([
  "forEach",
  "map",
  "flatMap",
  "filter",
  "reduce",
  "reduceRight",
  "find",
  "some",
  "every",
  "findIndex",
  "findLast",
  "findLastIndex",
]);

/** Methods of arrays and strings. `includes` is missing in the list but used in the same guide's examples. */
export const METHODS: ReadonlySet<string> = new Set([
  ...CALLBACK_METHODS,
  "includes",
  "concat",
  "fill",
  "flat",
  "indexOf",
  "join",
  "lastIndexOf",
  "pop",
  "push",
  "reverse",
  "shift",
  "slice",
  "sort",
  "splice",
  "unshift",
  "charAt",
  "endsWith",
  "replace",
  "replaceAll",
  "split",
  "startsWith",
  "toLowerCase",
  "toUpperCase",
  "trim",
  "trimEnd",
  "trimStart",
]);

/** These read a text argument as a Java regular expression. */
export const PATTERN_METHODS: ReadonlySet<string> = new Set(["replace", "replaceAll", "split"]);

export const REFUSED_OPERATORS: ReadonlySet<string> = new Set(["in", "instanceof", "~"]);

/** Members by which code would reach behind its own objects. */
export const HIDDEN_MEMBERS: ReadonlySet<string> = new Set([
  "constructor",
  "prototype",
  "caller",
  "callee",
  "__proto__",
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
]);

export const REFUSED_NODES: Readonly<Record<string, string>> = {
  AwaitExpression: "await",
  CatchClause: "catch",
  ClassDeclaration: "classes",
  ClassExpression: "classes",
  ContinueStatement: "continue",
  DebuggerStatement: "debugger",
  DoWhileStatement: "do-while",
  ExportAllDeclaration: "export *",
  ExportDefaultDeclaration: "export default",
  ForStatement: "for(;;) (for-in and for-of are supported)",
  ImportExpression: "import()",
  LabeledStatement: "labels",
  MetaProperty: "import.meta and new.target",
  NewExpression: "new",
  PrivateIdentifier: "private names",
  Super: "super",
  ThisExpression: "this",
  ThrowStatement: "throw (use util.error)",
  TryStatement: "try",
  UpdateExpression: "++ and --",
  WhileStatement: "while",
  WithStatement: "with",
  YieldExpression: "yield",
};
