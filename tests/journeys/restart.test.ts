import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { messagingApi } from "@line/bot-sdk";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PhoneLine } from "../../cli/phone-line.ts";
import { buildPages } from "../../local/pages/build-pages.ts";
import type { Endpoints } from "../../local/stack/endpoints.ts";
import { renderSample } from "../../local/samples/render-sample.ts";
import { clone } from "../fixtures/clone.ts";

let data: string;
let running: Started | undefined;
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), "egao-restart-"));
  await buildPages(clone);
});
afterEach(async () => {
  await running?.stop("SIGKILL");
  rmSync(data, { recursive: true, force: true });
});

interface Started {
  readonly endpoints: Endpoints;
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

interface Program {
  readonly child: ChildProcess;
  readonly printed: () => string;
  readonly ended: Promise<number | null>;
}

function run(...args: string[]): Program {
  const child = spawn(process.execPath, ["--import", "tsx", "local/main.ts", "--no-open", ...args], {
    cwd: clone,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<number | null>((done) => child.once("close", (code) => done(code)));
  return { child, printed: () => printed, ended };
}

async function start(...args: string[]): Promise<Started> {
  const program = run("--data", data, ...args);
  await expect.poll(program.printed, { timeout: 90_000 }).toContain("Ready after");
  const main = /http:\/\/127\.0\.0\.1:\d+(?=\/local\/endpoints)/.exec(program.printed())?.[0];
  const endpoints = (await (await fetch(`${main}/local/endpoints.json`)).json()) as Endpoints;
  return {
    endpoints,
    stop(signal) {
      program.child.kill(signal);
      return program.ended;
    },
  };
}

const boardOf = async ({ endpoints }: Started): Promise<{ displayName: string; score: number }[]> => {
  const response = await fetch(endpoints.graphqlUrl, {
    method: "POST",
    headers: { "Content-Type": "application/json", "x-api-key": endpoints.apiKey },
    body: JSON.stringify({
      query: `query ($id: ID!) { board(boardId: $id) { standings { displayName score } } }`,
      variables: { id: endpoints.boardId },
    }),
  });
  const answer = (await response.json()) as {
    data: { board: { standings: { displayName: string; score: number }[] } };
  };
  return answer.data.board.standings;
};

/** The menus of the three languages, once the start has laid them: their ids by their names. */
async function menusOf({ endpoints }: Started): Promise<unknown> {
  const { lineApiUrl: baseURL, channelAccessToken } = endpoints;
  const line = new messagingApi.MessagingApiClient({ channelAccessToken, baseURL });
  const aliases = async () => (await line.getRichMenuAliasList()).aliases;
  await expect.poll(async () => (await aliases()).length, { timeout: 30_000 }).toBe(3);
  await expect
    .poll(() => line.getDefaultRichMenuId().catch(() => undefined), { timeout: 30_000 })
    .toBeDefined();
  return {
    aliases: await aliases(),
    all: (await line.getRichMenuList()).richmenus.map(({ richMenuId }) => richMenuId),
    everybodys: await line.getDefaultRichMenuId(),
  };
}

test("after Ctrl-C and a new start everything is as it was, at the same addresses", async () => {
  running = await start("--port", "0");
  const phones = new PhoneLine(running.endpoints.lineApiUrl);
  await phones.sendPicture(await phones.userNamed("Hanako"), await renderSample("bride"), 50_000);
  const before = await boardOf(running);
  expect(before).toHaveLength(1);
  const menus = await menusOf(running);
  const { endpoints } = running;
  expect(await running.stop("SIGINT")).toBe(0);

  running = await start();
  expect(running.endpoints).toEqual(endpoints);
  expect(await boardOf(running)).toEqual(before);
  expect(await menusOf(running)).toEqual(menus);
}, 240_000);

test("a photo that was accepted survives kill -9", async () => {
  running = await start("--port", "0");
  const { lineApiUrl } = running.endpoints;
  const phones = new PhoneLine(lineApiUrl);
  const userId = await phones.userNamed("Taro");
  const picture = new Uint8Array(await renderSample("bride"));
  const url = `${lineApiUrl}/local/users/${userId}/messages/image`;
  await fetch(url, {
    method: "POST",
    body: picture,
    headers: { "Content-Type": "application/octet-stream" },
  });
  await running.stop("SIGKILL");

  running = await start();
  const started = running;
  await expect.poll(() => boardOf(started), { timeout: 60_000 }).toMatchObject([{ displayName: "Taro" }]);
}, 240_000);

test("a taken port and a data directory in use are said in plain words", async () => {
  running = await start("--port", "0");
  const { port } = new URL(running.endpoints.boardUrl);

  const second = run("--data", data, "--port", "0");
  expect(await second.ended).toBe(1);
  expect(second.printed()).toContain("is in use by another Egao");

  const other = mkdtempSync(join(tmpdir(), "egao-other-"));
  const third = run("--data", other, "--port", port);
  expect(await third.ended).toBe(1);
  expect(third.printed()).toContain(`Port ${port} is taken`);
  // What failed to start leaves no lock behind.
  expect(existsSync(join(other, "lock"))).toBe(false);
  rmSync(other, { recursive: true, force: true });

  const wrong = run("--data", other, "--port", "many");
  expect(await wrong.ended).toBe(1);
  expect(wrong.printed()).toContain("--port takes a number");
}, 240_000);
