import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

/** The product's pages, the guests' chat, and the page about the stack itself. */
export const pageApps = ["web", "chat", "local"] as const;
export type PageApp = (typeof pageApps)[number];

export interface PageRequest {
  readonly app: PageApp;
  /** Decoded, without the query, with the app's own beginning: `/chat/assets/x.js`. */
  readonly path: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Where pages come from: a build, or what is being worked on. */
export interface PageSource {
  /** Answers in any case; rejects only for faults of its own. */
  serve(page: PageRequest): Promise<void>;
  /** Takes sockets that the pages open to the main address. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

/** What the paths of an app begin with; also its `base` in Vite. */
export const pageBases: Readonly<Record<PageApp, string>> = { web: "/", chat: "/chat/", local: "/local/" };

/** Where an app's `index.html` and its Vite configuration are, from the clone's root. */
export const pageConfigs: Readonly<Record<PageApp, { readonly root: string; readonly config: string }>> = {
  web: { root: "src", config: "vite.config.ts" },
  chat: { root: "local/chat", config: "local/chat/vite.config.ts" },
  local: { root: "local/page", config: "local/page/vite.config.ts" },
};

export function appOf(path: string): PageApp {
  const isBelow = (base: string): boolean => path === base.slice(0, -1) || path.startsWith(base);
  if (isBelow(pageBases.chat)) return "chat";
  return isBelow(pageBases.local) ? "local" : "web";
}
