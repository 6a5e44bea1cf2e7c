import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { WebSocketServer } from "ws";
import { launchBrowser } from "../fixtures/browser.ts";
import { serveLiffPage } from "../fixtures/liff-page.ts";

it("lets a page that asks for wss:// on this machine talk to a server without TLS", async () => {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", handleProtocols: () => "graphql-ws" });
  server.on("connection", (socket) => socket.send("hello"));
  const pages = await serveLiffPage(() => "http://127.0.0.1:9");
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${pages.origin}/board/b1`);
    const { port } = server.address() as AddressInfo; // a TCP server's address is never a text
    const heard = await page.evaluate(
      (url) =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(url, ["graphql-ws", "header-x"]);
          socket.addEventListener("message", ({ data }) => resolve([data, socket.protocol]));
          socket.addEventListener("error", () => reject(new Error("no connection")));
        }),
      `wss://127.0.0.1:${port}/graphql/realtime`,
    );
    expect(heard).toEqual(["hello", "graphql-ws"]);
  } finally {
    await browser.close();
    await pages.close();
    server.close();
  }
});
