import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the local server answers with `pageShims`. */
export const pageShimsPath = "/local/page-shims.js";

const shims = ["web-socket.js", "line-hosts.js", "cognito-host.js", "liff-browser.js"];

export interface PageShimSettings {
  /** Origin of the LINE stand-in, for example `http://127.0.0.1:8082`. */
  readonly lineOrigin: string;
  /** Origin of the stand-ins of AWS. */
  readonly awsOrigin: string;
}

/**
 * The script that makes a page of the production build run on this machine: WebSockets without TLS, LINE's hosts,
 * and the LIFF browser of a phone in a frame. It runs before the page's own scripts and is no part of the build.
 */
export function pageShims(settings: PageShimSettings): string {
  const parts = shims.map((file) => `{\n${readFileSync(join(import.meta.dirname, "shims", file), "utf8")}}`);
  return `(() => {\nconst pageSettings = ${JSON.stringify(settings)};\n${parts.join("\n")}\n})();\n`;
}

/** The page with the shims as its first script. Throws for a page without a head: it would run without them. */
export function injectPageShims(html: string): string {
  const head = /<head[^>]*>/i.exec(html);
  if (head === null) throw new Error("the page has no <head> for the local shims");
  const at = head.index + head[0].length;
  return `${html.slice(0, at)}<script src="${pageShimsPath}"></script>${html.slice(at)}`;
}
