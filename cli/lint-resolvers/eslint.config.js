import Module, { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const clone = fileURLToPath(new URL("../..", import.meta.url));

// The plugin reads types through TypeScript 5; a package that it shares with others lies beside the clone's own
// TypeScript, which has no such interface any more.
const typescript = require.resolve("typescript");
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) =>
  request === "typescript" ? typescript : resolve(request, ...rest);
const { recommended } = require("@aws-appsync/eslint-plugin").configs;

/** What AppSync's runtime refuses, by AWS's own plugin; the rules that look types up are among them. */
export default [
  {
    ...recommended,
    files: ["amplify/data/resolvers/*.js"],
    languageOptions: {
      ...recommended.languageOptions,
      parserOptions: { project: ["cli/lint-resolvers/tsconfig.json"], tsconfigRootDir: clone },
    },
    linterOptions: { noInlineConfig: true },
  },
];
