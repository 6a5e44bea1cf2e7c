import type { ServerResponse } from "node:http";
import type { LiveFeed } from "../memory/live-feed.ts";

// Keeps the connection open through whatever closes idle ones, and tells a dead one.
const HEARTBEAT_MS = 15_000;
const RECONNECT_MS = 1_000;

/** Server-Sent Events: what changes in the chats, from now on. */
export class LiveStreams {
  readonly #feed: LiveFeed;
  readonly #open = new Set<ServerResponse>();

  constructor(feed: LiveFeed) {
    this.#feed = feed;
  }

  serve(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store", ...headers });
    response.write(`retry: ${RECONNECT_MS}\n\nevent: ready\ndata: {}\n\n`);
    const stop = this.#feed.subscribe((change) => {
      response.write(`event: ${change.type}\ndata: ${JSON.stringify(change)}\n\n`);
    });
    const heartbeat = setInterval(() => response.write(": still here\n\n"), HEARTBEAT_MS);
    this.#open.add(response);
    response.on("close", () => {
      stop();
      clearInterval(heartbeat);
      this.#open.delete(response);
    });
  }

  close(): void {
    for (const response of this.#open) response.destroy();
  }
}
