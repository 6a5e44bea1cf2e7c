import type { LoginResponse } from "./login-request.ts";

/**
 * The files that the LIFF SDK fetches from LINE's static hosts. The SDK's texts fall back to their keys when the
 * manifest names an empty table; the client extension offers nothing, so its functions stay the SDK's own refusals.
 */
const files: Readonly<Record<string, LoginResponse>> = {
  "liffsdk.line-scdn.net/xlt/manifest.json": { status: 200, body: { languages: { en: "en.json" } } },
  "liffsdk.line-scdn.net/xlt/en.json": { status: 200, body: {} },
};
const extension = /^static\.line-scdn\.net\/liff\/edge\/2\/[\w-]*extensions[\w]*\.js$/;

/** `path` begins with the host: `liffsdk.line-scdn.net/xlt/manifest.json`. */
export function scdnFile(path: string): LoginResponse {
  if (extension.test(path)) {
    const body = "window.liffClientExtension = { install: function () {} };";
    return { status: 200, headers: { "Content-Type": "text/javascript; charset=utf-8" }, body };
  }
  return (
    files[path] ?? {
      status: 404,
      headers: { "Content-Type": "text/plain" },
      body: `not available locally: ${path}`,
    }
  );
}
