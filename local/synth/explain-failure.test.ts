import { expect, it } from "vitest";
import { explainFailure } from "./explain-failure.ts";

const clone = "/home/me/egao";
const explain = (output: string): string => explainFailure(output, clone);

it("names the place in a function that cannot be bundled", () => {
  const output = `Bundling asset egao/storage/line-webhook-lambda/Code/Stage...
npm warn Unknown user config "nodedir".
✘ [ERROR] Expected identifier but found "{"

    functions/shared/log.ts:4:20:
      4 │ export const log = {{
        ╵                     ^

[«FailedToBundleAsset» Failed to bundle asset: npx esbuild --bundle ${clone}/functions/line-webhook/handler.ts]
`;
  expect(explain(output)).toBe('functions/shared/log.ts:4:20 Expected identifier but found "{"');
});

it("names every place once", () => {
  const error = (line: number): string =>
    `✘ [ERROR] Broken\n\n    functions/a.ts:${line}:2:\n      4 │ x\n\n`;
  expect(explain(error(4) + error(4) + error(9))).toBe(
    "functions/a.ts:4:2 Broken\nfunctions/a.ts:9:2 Broken",
  );
});

it("names the place in a file of the backend that cannot be read", () => {
  const output = `node:internal/modules/run_main:123
    triggerUncaughtException(
    ^
Error [TransformError]: Transform failed with 1 error:
${clone}/amplify/data/tables.ts:9:23: ERROR: Expected identifier but found "{"
    at failureErrorWithLog (${clone}/node_modules/esbuild/lib/main.js:1752:15)
`;
  expect(explain(output)).toBe('amplify/data/tables.ts:9:23 Expected identifier but found "{"');
});

it("names the line that threw", () => {
  const output = `${clone}/amplify/queues.ts:20
    retentionPeriod: Duration.day(14),
                              ^


TypeError: Duration.day is not a function
    at cdk (${clone}/node_modules/aws-cdk-lib/index.js:1:1)
    at createQueue (${clone}/amplify/queues.ts:20:31)
    at <anonymous> (file://${clone}/amplify/backend.ts:42:16)
`;
  expect(explain(output)).toBe("amplify/queues.ts:20:31 TypeError: Duration.day is not a function");
});

it("shows the end of what it does not understand, without the noise", () => {
  const lines = Array.from({ length: 60 }, (_, index) => `line ${index}`);
  const output = `Bundling asset a...\n${lines.join("\n")}\n${"x".repeat(9_000)}\nnpm warn b\nNode.js v20.20.2\n`;
  const explained = explain(output).split("\n");
  expect(explained).toHaveLength(25);
  expect(explained[0]).toBe("line 36");
  expect(explained.at(-1)).toBe(`${"x".repeat(400)} …`);
});
