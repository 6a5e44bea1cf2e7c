import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { injectPageShims, pageShims, pageShimsPath } from "./page-shims.ts";

export interface PagesServerOptions {
  /** `dist` of the clone, with `web` and `chat` built. */
  readonly dist: string;
  /** `http://127.0.0.1:PORT` of the LINE stand-in. */
  readonly lineOrigin: string;
  /** JSON documents by path, for example `/local/endpoints.json`. */
  readonly documents: Readonly<Record<string, () => unknown>>;
  /** Answers paths that are made while running; undefined: not its path. */
  readonly pictures: (path: string) => Promise<Buffer | undefined>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly cache?: string;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

/**
 * The main address: the production build of the pages as hosting would serve it, with the local shims put in front,
 * and the local chat.
 */
export function createPagesServer(options: PagesServerOptions): Server {
  return createServer((request, response) => {
    answer(request, options)
      .catch((error: unknown): Answer => {
        console.error(
          `pages: ${request.url ?? ""}: ${error instanceof Error ? error.message : String(error)}`,
        );
        return { status: 500, type: "text/plain; charset=utf-8", body: "This page could not be served." };
      })
      .then((answered) => send(request, response, answered))
      .catch(() => response.destroy());
  });
}

async function answer(request: IncomingMessage, options: PagesServerOptions): Promise<Answer> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return { status: 405, type: "text/plain; charset=utf-8", body: "Only GET and HEAD." };
  }
  // Keeps web pages of other names, also of ones that resolve to this machine, from reading the local keys.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? "")) {
    return { status: 421, type: "text/plain; charset=utf-8", body: "Ask for 127.0.0.1." };
  }
  const path = pathOf(request.url ?? "/");
  if (path === undefined)
    return { status: 400, type: "text/plain; charset=utf-8", body: "Malformed address." };
  const document = options.documents[path];
  if (document !== undefined)
    return { status: 200, type: types[".json"] ?? "", body: JSON.stringify(document()) };
  if (path === pageShimsPath) {
    return { status: 200, type: types[".js"] ?? "", body: pageShims({ lineOrigin: options.lineOrigin }) };
  }
  const picture = await options.pictures(path);
  if (picture !== undefined) return { status: 200, type: "image/jpeg", body: picture, cache: "max-age=3600" };
  if (path === "/chat" || path.startsWith("/chat/"))
    return file(options.dist, "chat", path.slice("/chat".length));
  return file(options.dist, "web", path);
}

/** A built file; a path without an ending is a page of the single-page app. */
async function file(dist: string, app: string, path: string): Promise<Answer> {
  const ending = extname(path);
  if (ending === "" || path.endsWith("index.html")) {
    const html = await readFile(join(dist, app, "index.html"), "utf8");
    const page = app === "web" ? injectPageShims(html) : html;
    return { status: 200, type: types[".html"] ?? "", body: page, cache: "no-cache" };
  }
  const wanted = normalize(join(dist, app, path));
  if (!wanted.startsWith(join(dist, app))) return notFound;
  try {
    const body = await readFile(wanted);
    const cache = path.includes("/assets/") ? "max-age=31536000, immutable" : "no-cache";
    return { status: 200, type: types[ending] ?? "application/octet-stream", body, cache };
  } catch {
    return notFound;
  }
}

const notFound: Answer = { status: 404, type: "text/plain; charset=utf-8", body: "There is nothing here." };

function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, "http://127.0.0.1").pathname);
  } catch {
    return undefined;
  }
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, type, body, cache }: Answer,
): void {
  response.writeHead(status, {
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": cache ?? "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
