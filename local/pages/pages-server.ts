import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Answer, contentTypes, jsonAnswer, plainAnswer, sendAnswer } from "./answer.ts";
import { pageShims, pageShimsPath } from "./page-shims.ts";
import { appOf, type PageSource } from "./page-source.ts";

/** Answers some paths by itself, whatever the method. Resolves to false, without a word, when a path is not its own. */
export type PathHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) => Promise<boolean>;

export interface PagesServerOptions {
  readonly pages: PageSource;
  /** `http://127.0.0.1:PORT` of the LINE stand-in. */
  readonly lineOrigin: string;
  /** `http://127.0.0.1:PORT` of the stand-ins of AWS. */
  readonly awsOrigin: string;
  /** JSON documents by path, for example `/local/endpoints.json`. */
  readonly documents: Readonly<Record<string, () => unknown>>;
  /** Answers paths that are made while running; undefined: not its path. */
  readonly pictures: (path: string) => Promise<Buffer | undefined>;
  /** Tried first, in order. They check themselves who may change something. */
  readonly handlers?: readonly PathHandler[];
}

/** The main address: the pages, and what is told about the stack. */
export function createPagesServer(options: PagesServerOptions): Server {
  const server = createServer((request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      console.error(`pages: ${request.url ?? ""}: ${error instanceof Error ? error.message : String(error)}`);
      if (response.headersSent) response.destroy();
      else sendAnswer(request, response, plainAnswer(500, "This page could not be served."));
    });
  });
  const { upgrade } = options.pages;
  if (upgrade !== undefined) server.on("upgrade", upgrade);
  return server;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: PagesServerOptions,
): Promise<void> {
  const send = (answered: Answer): void => sendAnswer(request, response, answered);
  // Keeps web pages of other names, also of ones that resolve to this machine, from reading the local keys.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? ""))
    return send(plainAnswer(421, "Ask for 127.0.0.1."));
  const path = pathOf(request.url ?? "/");
  if (path === undefined) return send(plainAnswer(400, "Malformed address."));
  for (const handler of options.handlers ?? []) if (await handler(request, response, path)) return;
  if (request.method !== "GET" && request.method !== "HEAD")
    return send(plainAnswer(405, "Only GET and HEAD."));
  const made = await madeHere(path, options);
  if (made !== undefined) return send(made);
  await options.pages.serve({ app: appOf(path), path, request, response });
}

/** What no build holds. */
async function madeHere(
  path: string,
  { documents, lineOrigin, awsOrigin, pictures }: PagesServerOptions,
): Promise<Answer | undefined> {
  const document = documents[path];
  if (document !== undefined) return jsonAnswer(document());
  if (path === pageShimsPath)
    return { status: 200, type: contentTypes[".js"] ?? "", body: pageShims({ lineOrigin, awsOrigin }) };
  const picture = await pictures(path);
  return picture && { status: 200, type: "image/jpeg", body: picture, cache: "max-age=3600" };
}

function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, "http://127.0.0.1").pathname);
  } catch {
    return undefined;
  }
}
