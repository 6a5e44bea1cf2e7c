import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { type Answer, contentTypes, plainAnswer, sendAnswer } from "./answer.ts";
import { injectPageShims } from "./page-shims.ts";
import { type PageApp, pageBases, type PageSource } from "./page-source.ts";

const gzip = promisify(zlib.gzip);
const LEAST_COMPRESSED_BYTES = 1_000;

/** The production build in `dist` (one folder for each app), as hosting would serve it, with the shims in front. */
export function builtPages(dist: string): PageSource {
  return {
    async serve({ app, path, request, response }) {
      const answer = await file(dist, app, path.slice(pageBases[app].length - 1));
      const takesGzip = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
      sendAnswer(request, response, takesGzip ? await compressed(answer) : answer);
    },
  };
}

/** As hosting does it: texts are compressed, pictures and fonts are so already. */
async function compressed(answer: Answer): Promise<Answer> {
  if (!/^text\/|json|svg/.test(answer.type) || answer.body.length < LEAST_COMPRESSED_BYTES) return answer;
  return { ...answer, body: await gzip(answer.body), encoding: "gzip" };
}

/** A built file; a path without an ending is a page of the single-page app. */
async function file(dist: string, app: PageApp, path: string): Promise<Answer> {
  const ending = extname(path);
  if (ending === "" || path.endsWith("index.html")) {
    const html = await readFile(join(dist, app, "index.html"), "utf8");
    const page = app === "web" ? injectPageShims(html) : html;
    return { status: 200, type: contentTypes[".html"] ?? "", body: page, cache: "no-cache" };
  }
  const wanted = normalize(join(dist, app, path));
  if (!wanted.startsWith(join(dist, app) + sep)) return notFound;
  try {
    const body = await readFile(wanted);
    const cache = path.includes("/assets/") ? "max-age=31536000, immutable" : "no-cache";
    return { status: 200, type: contentTypes[ending] ?? "application/octet-stream", body, cache };
  } catch {
    return notFound;
  }
}

const notFound: Answer = plainAnswer(404, "There is nothing here.");
