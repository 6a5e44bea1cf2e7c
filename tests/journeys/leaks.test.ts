import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leaveAnswers } from "#domain/chat-command";
import { signInHost } from "../../cli/rules/sign-in.ts";
import { readAssembly } from "../../local/cloudformation/assembly.ts";
import { deploy } from "../../local/cloudformation/deployment.ts";
import { synthesise } from "../../local/synth/synthesise.ts";
import { apiOperations } from "../fixtures/authorization/api-operations.ts";
import { clone } from "../fixtures/clone.ts";
import { askCdn, type CdnAnswer, originalOf } from "../fixtures/leaks/ask-cdn.ts";
import { askForEverything } from "../fixtures/leaks/ask-for-everything.ts";
import { hearEverything } from "../fixtures/leaks/hear-everything.ts";
import { type Evening, planted, playEvening } from "../fixtures/leaks/evening.ts";
import { findLeaks, type Payload, type Secret } from "../fixtures/leaks/find-leaks.ts";
import { tracesOf } from "../fixtures/leaks/traces-of.ts";
import { secretsOf } from "../fixtures/leaks/secrets.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

// A whole evening is played with everything that is kept from others; everything that anybody could get of it is
// collected and searched.

let stack: TestStack;
let evening: Evening;
let payloads: readonly Payload[];
let cdn: readonly CdnAnswer[];
let secrets: readonly Secret[];

beforeAll(async () => {
  const { directory } = await synthesise(clone);
  const assembly = readAssembly(directory);
  const deployment = deploy(assembly, { aws: "http://127.0.0.1:1" });
  const operations = apiOperations(assembly, deployment);
  stack = await startTestStack();
  const host = await signInHost(stack.endpoints);
  const stop = await hearEverything(stack, operations);
  let heard: readonly Payload[] = [];
  try {
    evening = await playEvening(stack, host, deployment);
  } finally {
    heard = await stop();
  }
  secrets = await secretsOf(stack, evening);
  const guestIdKey = secrets.find(({ what }) => what.endsWith("/GUEST_ID_KEY"))?.sign;
  cdn = await askCdn(stack, String(guestIdKey));
  payloads = [
    ...heard,
    ...(await askForEverything(stack, operations, evening, host)),
    ...cdn.map(({ payload }) => payload),
  ];
}, 300_000);
afterAll(() => stack.close());

describe("nobody is told what is none of their business", () => {
  test("by the API, the bot, the pages, the CDN and the logs", () => {
    expect([...new Set(findLeaks(payloads, secrets))]).toEqual([]);
  });

  test("and the CDN holds pictures of photos that are shown now, and no others", () => {
    const served = cdn.filter(({ status }) => status === 200);
    expect(served.every(({ state, key }) => state === "shown" && key.startsWith("p/"))).toBe(true);
    expect(served.length).toBeGreaterThan(0);
    expect(cdn.filter(({ state }) => state !== "shown").length).toBeGreaterThan(0);
    expect(cdn.every(({ status }) => status === 200 || status === 403)).toBe(true);
  });
});

describe("the search", () => {
  test("has something to search through: what is public was heard from everywhere", () => {
    const of = (source: string): readonly Payload[] =>
      payloads.filter((payload) => payload.source.startsWith(source));
    const { shown, hidden } = evening;
    expect(of("API Query.board").some(({ text }) => text.includes(shown.photoId))).toBe(true);
    for (const { guestId, photoId } of [shown, hidden])
      for (const id of [guestId, photoId])
        expect(
          of("API subscription").some(({ text }) => text.includes(id)),
          id,
        ).toBe(true);
    expect(of("API Query.myPhoto").some(({ text }) => text.includes('"emotions"'))).toBe(true);
    expect(of("API Query.queue").some(({ text }) => text.includes(hidden.photoId))).toBe(true);
    for (const source of ["LINE", "CDN p/", "page ", "amplify_outputs.json", "log", "API startSession"])
      expect(of(source), source).not.toEqual([]);
  });

  test("knows secrets that are really kept", async () => {
    const kept = JSON.stringify(await Promise.all(["Photo", "Guest"].map((model) => stack.rows(model))));
    const { exif, ...inTables } = planted;
    for (const [name, words] of Object.entries(inTables)) expect(kept, name).toContain(words);
    const [original] = secrets.filter(({ what }) => what === `the original of ${evening.shown.photoId}`);
    expect((await originalOf(stack, String(original?.sign))).includes(exif)).toBe(true);
  });

  test("finds each secret in each payload that it is put into", () => {
    const plain = secrets.filter((secret) => typeof secret.sign === "string");
    expect(plain.length).toBeGreaterThan(50);
    const [board] = payloads.filter(({ source }) => source === "API Query.board at the end");
    if (board === undefined) throw new Error("nobody asked for the board at the end");
    for (const secret of plain) {
      const leaky = { ...board, text: `${board.text.slice(0, -1)},"x":"${String(secret.sign)}"}` };
      expect(findLeaks([leaky], [secret]), secret.what).toHaveLength(1);
      const coded = Buffer.from(JSON.stringify({ x: secret.sign })).toString("base64url");
      if (/^[\x20-\x7e]+$/.test(String(secret.sign)))
        expect(findLeaks([{ ...board, text: `{"token":"${coded}"}` }], [secret]), secret.what).toHaveLength(
          1,
        );
    }
  });
});

test("K6: of a guest who has left nothing is anywhere", async () => {
  const { shown } = evening;
  const { eventId, guestId, lineUserId } = shown;
  const photos = (await stack.rows("Photo")).filter((row) => row["guestId"]?.S === guestId);
  const images = photos.flatMap(({ image }) => (image?.S === undefined ? [] : [image.S]));
  const hashes = photos.flatMap(({ contentHash }) => (contentHash?.S === undefined ? [] : [contentHash.S]));
  const signs = [lineUserId, "Hanako Leak", planted.reading, ...images, ...hashes];
  const wanted = { eventId, guestId, signs };
  const before = (await tracesOf(stack, wanted)).join(", ");
  for (const what of ["Guest", "Person", "Photo", "originals", "copies", "public"])
    expect(before, what).toContain(what);
  stack.line.guests.postback(lineUserId, { data: leaveAnswers.yes });
  await expect.poll(() => tracesOf(stack, wanted), { timeout: 30_000 }).toEqual([]);
  // The others are all there.
  const others = evening.players.filter((player) => player !== shown).map((player) => player.lineUserId);
  const kept = JSON.stringify(await stack.rows("Person"));
  expect(others.filter((userId) => !kept.includes(userId))).toEqual([]);
});
