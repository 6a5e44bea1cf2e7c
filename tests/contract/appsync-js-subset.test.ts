import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { CodeRefusal } from "../../local/appsync/runtime/syntax.ts";
import { loadHandlers } from "../../local/appsync/runtime/handler-module.ts";
import { clone } from "../fixtures/clone.ts";
import { refusedSources } from "./appsync-js-sources.ts";
import { supportedSources } from "./appsync-js-supported.ts";

const reportSchema = z.array(
  z.object({
    filePath: z.string(),
    messages: z.array(z.object({ ruleId: z.string().nullable(), line: z.number(), message: z.string() })),
  }),
);
type Report = z.output<typeof reportSchema>[number];

const config = join(clone, "cli/lint-resolvers/eslint.config.js");
const resolvers = join(clone, "amplify/data/resolvers");

/** The linter as `npm run check` starts it. */
async function lint(directory: string, configFile: string, pattern: string): Promise<Report[]> {
  const eslint = join(clone, "node_modules/eslint/bin/eslint.js");
  const output = await new Promise<string>((done, fail) => {
    execFile(
      process.execPath,
      [eslint, "--config", configFile, "--format", "json", pattern],
      { cwd: directory, maxBuffer: 1 << 24 },
      // Findings end with 1; 2 is the linter's own failure.
      (error, stdout, stderr) =>
        error === null || error.code === 1 ? done(stdout) : fail(new Error(stderr || stdout)),
    );
  });
  return reportSchema.parse(JSON.parse(output));
}

const fileOf = (kind: "refused" | "supported", index: number): string => `${kind}-${index}.js`;

/** The project's own configuration, pointed at a folder of scratch resolvers. */
function writeScratch(directory: string): void {
  refusedSources.forEach(({ source }, index) =>
    writeFileSync(join(directory, fileOf("refused", index)), source),
  );
  supportedSources.forEach(([, source], index) =>
    writeFileSync(join(directory, fileOf("supported", index)), source),
  );
  mkdirSync(join(directory, "node_modules"));
  symlinkSync(
    join(clone, "node_modules/@aws-appsync"),
    join(directory, "node_modules/@aws-appsync"),
    "junction",
  );
  const tsconfig = JSON.stringify({
    extends: join(clone, "cli/lint-resolvers/tsconfig.json"),
    include: ["*.js"],
  });
  writeFileSync(join(directory, "tsconfig.json"), tsconfig);
  writeFileSync(
    join(directory, "eslint.config.mjs"),
    `import parts from ${JSON.stringify(pathToFileURL(config).href)};
export default parts.map((part) => ({ ...part, files: ["*.js"], languageOptions: { ...part.languageOptions,
  parserOptions: { project: ["tsconfig.json"], tsconfigRootDir: ${JSON.stringify(directory)} } } }));`,
  );
}

let directory = "";
const reports = new Map<string, Report["messages"]>();
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "egao-lint-"));
  writeScratch(directory);
  for (const { filePath, messages } of await lint(
    directory,
    join(directory, "eslint.config.mjs"),
    "*supported-*.js",
  ))
    reports.set(basename(filePath), messages);
  for (const { filePath, messages } of await lint(
    directory,
    join(directory, "eslint.config.mjs"),
    "refused-*.js",
  ))
    reports.set(basename(filePath), messages);
}, 60_000);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const refusalOf = (source: string): string => {
  try {
    loadHandlers(source, "scratch.js");
  } catch (error) {
    if (error instanceof CodeRefusal) return error.message;
    throw error;
  }
  return "";
};

describe("what AppSync's runtime does not support", () => {
  const cases = refusedSources.map((source, index) => [source.name, source, index] as const);

  test.each(cases)("our runtime refuses %s, with its line", (_, { source, line, says }) => {
    expect(refusalOf(source)).toMatch(new RegExp(`^scratch\\.js:${line}:\\d+ `));
    expect(refusalOf(source)).toContain(says);
  });

  test.each(cases)("AWS's linter has its say about %s", (_, { rule, line }, index) => {
    const found = (reports.get(fileOf("refused", index)) ?? []).map(({ ruleId, line: at, message }) =>
      ruleId === null ? message : `${ruleId.replace("@aws-appsync/", "")} in line ${at}`,
    );
    if (rule === undefined) expect(found).toEqual([]);
    else expect(found.join("\n")).toContain(`${rule} in line ${line}`);
  });

  test("every rule of the linter is among these cases", async () => {
    const { default: parts } = (await import(pathToFileURL(config).href)) as {
      default: readonly { readonly rules?: object }[];
    };
    const rules = parts.flatMap(({ rules: of = {} }) => Object.keys(of));
    const covered = new Set(refusedSources.map(({ rule }) => `@aws-appsync/${rule}`));
    expect(rules.filter((rule) => !covered.has(rule))).toEqual([]);
    expect(rules.length).toBeGreaterThan(20);
  });
});

test.each(supportedSources.map(([name, source], index) => [name, source, index] as const))(
  "neither has anything against %s",
  (_, source, index) => {
    expect(refusalOf(source)).toBe("");
    expect(reports.get(fileOf("supported", index))).toEqual([]);
  },
);

test("the check reads every resolver of the project and finds nothing", async () => {
  const found = await lint(clone, config, "amplify/data/resolvers/*.js");
  const files = readdirSync(resolvers).filter((name) => name.endsWith(".js"));
  expect(found.map(({ filePath }) => basename(filePath)).toSorted()).toEqual(files.toSorted());
  expect(found.flatMap(({ messages }) => messages)).toEqual([]);
});
