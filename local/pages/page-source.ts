import type { IncomingMessage, ServerResponse } from "node:http";

/** The product's pages, the guests' chat, and the page about the stack itself. */
export type PageApp = "web" | "chat" | "local";

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
}

/** What the paths of an app begin with; also its `base` in Vite. */
export const pageBases: Readonly<Record<PageApp, string>> = { web: "/", chat: "/chat/", local: "/local/" };

export function appOf(path: string): PageApp {
  const isBelow = (base: string): boolean => path === base.slice(0, -1) || path.startsWith(base);
  if (isBelow(pageBases.chat)) return "chat";
  return isBelow(pageBases.local) ? "local" : "web";
}
