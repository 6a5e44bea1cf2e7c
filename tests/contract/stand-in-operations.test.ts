import { readFile } from "node:fs/promises";
import { messagingApi } from "@line/bot-sdk";
import { expect, test } from "vitest";
import { differences } from "./dynamodb-differences.ts";
import { setStage } from "./line-harness.ts";
import { openStandIns, type Operations } from "./stand-in-operations.ts";

/** Belongs to S3 Object Lambda, a service of its own with a signature of its own. */
const OF_ANOTHER_SERVICE = "WriteGetObjectResponse";

interface Documented {
  /** How an operation that is not available is refused. */
  readonly refusals: readonly string[];
  readonly operations: readonly string[];
}

/** Sends every operation that a vendor's client has: what is not refused by name is supported. */
async function tryAll(operations: Operations): Promise<Documented> {
  const refusals = new Set<string>();
  const supported: string[] = [];
  for (const [name, send] of operations) {
    if (name === OF_ANOTHER_SERVICE) continue;
    const error: unknown = await send().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!wasAnswered(error)) throw new Error(`${name} never got an answer`, { cause: error });
    const refusal = refusalIn(error);
    if (refusal === undefined) supported.push(name);
    else refusals.add(refusal);
  }
  return { refusals: [...refusals].sort(), operations: supported.sort() };
}

/** An error that the client made by itself says nothing about the stand-in. */
function wasAnswered(error: unknown): boolean {
  return error === undefined || "$metadata" in Object(error) || "status" in Object(error);
}

/** The name of the error of an operation that is not available; LINE's errors have only a status. */
function refusalIn(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("status" in error) return error.status === 501 ? "501" : undefined;
  return error.message.includes("not available") ? error.name : undefined;
}

async function openLineOperations(): Promise<Operations> {
  const { api, blob } = await setStage();
  return new Map([
    ...methodsOf(messagingApi.MessagingApiClient.prototype, api),
    ...methodsOf(messagingApi.MessagingApiBlobClient.prototype, blob),
  ]);
}

function methodsOf(prototype: object, client: object): [string, () => Promise<unknown>][] {
  const names = Object.getOwnPropertyNames(prototype).filter((name) => name.endsWith("WithHttpInfo"));
  return names.map((long) => {
    const name = long.replace(/WithHttpInfo$/, "");
    const { [name]: method } = client as Record<string, (...given: unknown[]) => Promise<unknown>>;
    return [name, async () => method?.call(client, "x", "x", "x")];
  });
}

/** Rows of the table in a section: the cells without the first row and its line. */
async function tableOf(heading: string): Promise<string[][]> {
  const text = await readFile(new URL("../../docs/local-stack.md", import.meta.url), "utf8");
  const [, section = ""] = text.split(`## ${heading}\n`);
  const [body = ""] = section.split("\n## ");
  const rows = body.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const codeIn = (cell = ""): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);

test("docs/local-stack.md lists exactly the operations that the stand-ins have", async () => {
  const documented = new Map<string, Documented>();
  for (const [service = "", refusals, operations] of await tableOf("Operations")) {
    documented.set(service, { refusals: codeIn(refusals).sort(), operations: codeIn(operations).sort() });
  }
  const found = new Map<string, Documented>();
  for (const [service, operations] of await openStandIns()) found.set(service, await tryAll(operations));
  found.set("LINE", await tryAll(await openLineOperations()));
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(documented));
});

test("docs/local-stack.md decides exactly the differences that the tests except", async () => {
  const decided = (await tableOf("A second opinion on DynamoDB")).map(([name]) => name);
  expect(decided.toSorted()).toEqual(Object.keys(differences).sort());
});
