import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderSample } from "../../local/samples/render-sample.ts";
import { clone } from "../fixtures/clone.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

// `npm run send` as somebody types it.
let stack: TestStack;
let album: string;
beforeAll(async () => {
  [stack, album] = await Promise.all([startTestStack(), mkdtemp(join(tmpdir(), "egao-album-"))]);
}, 240_000);
afterAll(async () => {
  await rm(album, { recursive: true });
  await stack.close();
});

interface Said {
  readonly code: number;
  readonly out: string;
  readonly complaint: string;
}

function send(...args: string[]): Promise<Said> {
  return new Promise((done) => {
    const command = ["run", "--silent", "send", "--", ...args];
    const isWindows = process.platform === "win32";
    execFile("npm", command, { cwd: clone, shell: isWindows }, (error, out, complaint) => {
      done({ code: error === null ? 0 : Number(error.code), out, complaint });
    });
  });
}

async function photo(name: string): Promise<string> {
  const path = join(album, `${name}.jpg`);
  await writeFile(path, await renderSample(name));
  return path;
}

const portOfStack = (): string => new URL(stack.endpoints.chatUrl).port;

/** A port that nobody listens on. */
async function deafPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return String(address.port);
}

describe("npm run send", () => {
  test("prints the points and the place of a photo, as the board has them", async () => {
    const { code, out } = await send(await photo("bride"), "--as", "Hanako", "--port", portOfStack());
    const board = await stack.graphql<{ standings: { displayName: string; score: number }[] }>(
      "query ($id: ID!) { board(boardId: $id) { standings { displayName score } } }",
      { id: stack.endpoints.boardId },
    );
    expect(code).toBe(0);
    expect(board.standings).toMatchObject([{ displayName: "Hanako" }]);
    expect(out.split("\n")).toEqual(
      expect.arrayContaining(["幸福度", `${board.standings[0]?.score.toFixed(1)}pt`, "1位"]),
    );
  });

  test("sends several photos in one go, and prints the one answer to them", async () => {
    const photos = [await photo("guest-smile"), await photo("cake"), await photo("three-friends")];
    const { code, out } = await send(...photos, "--as", "Sakura", "--port", portOfStack());
    expect(code).toBe(0);
    const lines = out.split("\n");
    expect(lines.filter((line) => /^\d \/ 3$/.test(line))).toEqual(["1 / 3", "2 / 3", "3 / 3"]);
    expect(lines.filter((line) => /^\d+\.\dpt$/.test(line))).toHaveLength(2);
  });

  test("prints the sentence that the bot answers to a photo without a face", async () => {
    const { code, out } = await send(await photo("cake"), "--as", "Kenta", "--port", portOfStack());
    expect(code).toBe(0);
    expect(out.trim()).toBe("お顔を見つけられませんでした。明るいところで、正面からもう一枚お願いします。");
  });

  test("says kindly what to do where no Egao runs", async () => {
    const port = await deafPort();
    const { code, out, complaint } = await send(await photo("bride"), "--as", "Hanako", "--port", port);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    // Warnings of npm itself are not ours.
    expect(complaint.split("\n").filter((line) => line !== "" && !line.startsWith("npm "))).toEqual([
      `No Egao answers on port ${port}. Start it with "npm start", or name its port: --port N (npm start prints it).`,
    ]);
  });

  test("says what it takes when something is missing", async () => {
    expect((await send()).complaint).toContain("npm run send -- PHOTO… --as NAME");
    expect((await send("nowhere.jpg", "--as", "Hanako")).complaint).toContain(
      "There is no photo at nowhere.jpg.",
    );
  });
});
