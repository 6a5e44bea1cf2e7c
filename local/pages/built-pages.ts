import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { type Answer, contentTypes, plainAnswer, sendAnswer } from "./answer.ts";
import { injectPageShims } from "./page-shims.ts";
import { type PageApp, pageBases, type PageSource } from "./page-source.ts";

/** The production build in `dist` (one folder for each app), as hosting would serve it, with the shims in front. */
export function builtPages(dist: string): PageSource {
  return {
    async serve({ app, path, request, response }) {
      sendAnswer(request, response, await file(dist, app, path.slice(pageBases[app].length - 1)));
    },
  };
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
