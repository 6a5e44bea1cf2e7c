import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { type Dirent, readdirSync, realpathSync } from "node:fs";
import { extname, join } from "node:path";
import type { Duplex } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { createLogger, createServer as createVite, type ViteDevServer } from "vite";
import { plainAnswer, sendAnswer } from "../pages/answer.ts";
import { injectPageShims } from "../pages/page-shims.ts";
import {
  type PageApp,
  pageApps,
  pageConfigs,
  type PageRequest,
  type PageSource,
} from "../pages/page-source.ts";

/** Pages as they are being worked on: a change of their sources shows in the open browser at once. */
export interface LivePages extends PageSource {
  /** The browsers' sockets for hot reload come through the server that serves the pages. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Tells of every file that changes below these folders, or is added or removed; resolves when it will. */
  watch(folders: readonly string[], listener: (path: string) => void): Promise<void>;
  close(): Promise<void>;
}

export interface LivePagesOptions {
  readonly clone: string;
  /** Gets a line for each reload, and errors of pages. */
  readonly tell: (line: string) => void;
}

/** A Vite server for each app, all behind one address. */
export async function startLivePages(options: LivePagesOptions): Promise<LivePages> {
  // Never listens: it only hands the upgrades of the main address on, whichever server answers there just now.
  const hub = createServer();
  const servers = new Map<PageApp, ViteDevServer>();
  for (const app of pageApps) servers.set(app, await startVite(app, hub, options));
  const serverOf = (app: PageApp): ViteDevServer => {
    const server = servers.get(app);
    if (server === undefined) throw new Error(`no pages of ${app}`);
    return server;
  };
  return {
    serve: (page) => serve(page, serverOf(page.app)),
    upgrade: (request, socket, head) => void hub.emit("upgrade", request, socket, head),
    async watch(folders, listener) {
      const { watcher } = serverOf("web");
      watcher.add([...folders]);
      watcher.on("all", (_event, path) => {
        if (folders.some((folder) => path.startsWith(folder))) listener(path);
      });
      await untilWatched(watcher, folders);
    },
    async close() {
      await Promise.all([...servers.values()].map((server) => server.close()));
    },
  };
}

async function startVite(
  app: PageApp,
  hub: Server,
  { clone, tell }: LivePagesOptions,
): Promise<ViteDevServer> {
  const logger = createLogger("info", { prefix: "" });
  const say = (message: string): void => tell(`pages: ${withoutColour(message)}`);
  const sayReload = (message: string): void => {
    if (!withoutColour(message).startsWith("[optimizer]")) say(message);
  };
  return createVite({
    root: join(clone, pageConfigs[app].root),
    configFile: join(clone, pageConfigs[app].config),
    cacheDir: join(clone, "dist", "live", app),
    appType: "custom",
    clearScreen: false,
    customLogger: {
      ...logger,
      info: sayReload,
      warn: say,
      warnOnce: say,
      error: (message) => say(`ERROR ${message}`),
    },
    server: {
      middlewareMode: true,
      hmr: { server: hub },
      // A folder of modules that is only linked lies elsewhere.
      fs: { allow: [clone, realpathSync(join(clone, "node_modules"))] },
    },
  });
}

async function serve({ app, path, request, response }: PageRequest, server: ViteDevServer): Promise<void> {
  if (isPage(path)) {
    const index = join(server.config.root, "index.html");
    const source = await readFile(index, "utf8");
    // The address tells how the page's relative addresses are meant: from the app's root, wherever the page is.
    const html = await server.transformIndexHtml("/index.html", source, request.url ?? "/");
    const body = app === "web" ? injectPageShims(html) : html;
    sendAnswer(request, response, { status: 200, type: "text/html; charset=utf-8", body, cache: "no-cache" });
    return;
  }
  await new Promise<void>((done) => {
    response.once("close", done);
    server.middlewares(request, response, () => {
      sendAnswer(request, response, plainAnswer(404, "There is nothing here."));
    });
  });
}

/** Vite's own addresses begin with `@` or `__` somewhere below the app's base. */
function isPage(path: string): boolean {
  return (extname(path) === "" || path.endsWith("index.html")) && !/\/(@|__)/.test(path);
}

const WATCH_CHECK_MS = 50;

/** Changes of what is not looked at yet would be missed; the watcher itself says so only of its first folders. */
async function untilWatched(watcher: ViteDevServer["watcher"], folders: readonly string[]): Promise<void> {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
  );
  const isWatched = ({ parentPath, name }: Dirent): boolean =>
    watcher.getWatched()[parentPath]?.includes(name) === true;
  while (!files.every(isWatched)) await wait(WATCH_CHECK_MS);
}

function withoutColour(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\u001b\[\d+m/g, "");
}
