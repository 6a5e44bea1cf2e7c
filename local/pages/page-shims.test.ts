import { Script } from "node:vm";
import { expect, it } from "vitest";
import { injectPageShims, pageShims, pageShimsPath } from "./page-shims.ts";

it("makes the shims the first script of a page", () => {
  const page = '<!doctype html><html><HEAD lang="ja"><script src="/own.js"></script></HEAD></html>';
  expect(injectPageShims(page)).toBe(
    `<!doctype html><html><HEAD lang="ja"><script src="${pageShimsPath}"></script><script src="/own.js"></script></HEAD></html>`,
  );
});

it("refuses a page that it cannot reach", () => {
  expect(() => injectPageShims("<p>no head</p>")).toThrow("no <head>");
});

it("is one script that parses, with the address of the LINE stand-in", () => {
  const script = pageShims({ lineOrigin: "http://127.0.0.1:8082", awsOrigin: "http://127.0.0.1:8081" });
  expect(script).toContain('"lineOrigin":"http://127.0.0.1:8082"');
  expect(() => new Script(script)).not.toThrow();
});
