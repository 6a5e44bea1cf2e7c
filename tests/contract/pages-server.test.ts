import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { builtPages } from "../../local/pages/built-pages.ts";
import { pageShimsPath } from "../../local/pages/page-shims.ts";
import { createPagesServer } from "../../local/pages/pages-server.ts";
import { listen } from "../../local/stack/listen.ts";

const page = (app: string): string => `<html><head><title>${app}</title></head></html>`;
let dist: string;
let server: Server;
let close: () => Promise<void>;
let port: number;

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), "egao-dist-"));
  for (const app of ["web", "chat", "local"]) {
    mkdirSync(join(dist, app, "assets"), { recursive: true });
    writeFileSync(join(dist, app, "index.html"), page(app));
    writeFileSync(join(dist, app, "assets", "own.js"), `// ${app}`);
  }
  mkdirSync(join(dist, "web-of-others"));
  writeFileSync(join(dist, "web-of-others", "secret.txt"), "secret");
  server = createPagesServer({
    pages: builtPages(dist),
    lineOrigin: "http://127.0.0.1:1",
    awsOrigin: "http://127.0.0.1:1",
    documents: { "/local/state.json": () => ({ is: "well" }) },
    pictures: (path) => Promise.resolve(path === "/local/samples/a.jpg" ? Buffer.from("jpeg") : undefined),
    handlers: [
      async (_asked, response, path) => {
        if (path !== "/local/faults") return false;
        response.end("handled");
        return true;
      },
      () => Promise.resolve(false),
    ],
  });
  close = await listen(server, 0);
  const address = server.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});
afterAll(async () => {
  await close();
  rmSync(dist, { recursive: true });
});

interface Answered {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly body: string;
}

/** Not `fetch`: that puts paths in order and sets the host by itself. */
function ask(path: string, method = "GET", host = `127.0.0.1:${port}`): Promise<Answered> {
  return new Promise((done, fail) => {
    const asked = request({ port, path, method, headers: { host } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        done({
          status: response.statusCode,
          type: response.headers["content-type"],
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    asked.on("error", fail).end();
  });
}

describe("the main address", () => {
  it.each([
    ["/", "web"],
    ["/board/some-id", "web"],
    ["/index.html", "web"],
    ["/localities", "web"],
    ["/chat", "chat"],
    ["/chat/", "chat"],
    ["/local", "local"],
    ["/local/", "local"],
    ["/local?x=1", "local"],
  ])("%s is a page of %s", async (path, app) => {
    const { status, type, body } = await ask(path);
    expect({ status, type }).toEqual({ status: 200, type: "text/html; charset=utf-8" });
    expect(body).toContain(`<title>${app}</title>`);
    expect(body.includes(pageShimsPath)).toBe(app === "web");
  });

  it.each([
    ["/assets/own.js", "// web"],
    ["/chat/assets/own.js", "// chat"],
    ["/local/assets/own.js", "// local"],
    ["/local/state.json", '{"is":"well"}'],
    ["/local/samples/a.jpg", "jpeg"],
  ])("%s answers what it has", async (path, body) => {
    expect(await ask(path)).toMatchObject({ status: 200, body });
  });

  it.each([
    ["/nothing.js", 404],
    ["/local/nothing.json", 404],
    ["/../web-of-others/secret.txt", 404],
    ["/%2e%2e/web-of-others/secret.txt", 404],
    ["/assets/..%2f..%2fweb-of-others%2fsecret.txt", 404],
    ["/chat/..%2fweb-of-others%2fsecret.txt", 404],
    ["/%", 400],
  ])("%s is a %i", async (path, status) => {
    expect(await ask(path)).toMatchObject({ status, type: "text/plain; charset=utf-8" });
  });

  it("lets handlers answer before all else, whatever the method", async () => {
    expect(await ask("/local/faults", "PUT")).toMatchObject({ status: 200, body: "handled" });
    expect(await ask("/local/state.json", "PUT")).toMatchObject({ status: 405 });
    expect(await ask("/local/state.json", "HEAD")).toMatchObject({ status: 200, body: "" });
  });

  it("answers to its own names alone", async () => {
    for (const path of ["/local/state.json", "/local/faults", "/"]) {
      expect(await ask(path, "GET", "egao.example")).toMatchObject({ status: 421 });
    }
    expect(await ask("/local/state.json", "GET", `localhost:${port}`)).toMatchObject({ status: 200 });
  });

  it("hands sockets to the pages, and ends them with itself", async () => {
    const other = createPagesServer({
      pages: {
        ...builtPages(dist),
        upgrade: (asked, socket, head) =>
          new WebSocketServer({ noServer: true }).handleUpgrade(asked, socket, head, (one) =>
            one.send("hello"),
          ),
      },
      lineOrigin: "http://127.0.0.1:1",
      awsOrigin: "http://127.0.0.1:1",
      documents: {},
      pictures: () => Promise.resolve(undefined),
    });
    const end = await listen(other, 0);
    const address = other.address();
    const own = typeof address === "object" && address !== null ? address.port : 0;
    const client = new WebSocket(`ws://127.0.0.1:${own}/`);
    const closed = new Promise((done) => client.once("close", done));
    expect(await new Promise((done) => client.once("message", (text: Buffer) => done(text.toString())))).toBe(
      "hello",
    );
    await end();
    await closed;
  });
});
