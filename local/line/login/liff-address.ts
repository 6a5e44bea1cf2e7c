import type { LineLoginSettings } from "./login-settings.ts";

/**
 * The *primary redirect* of `https://liff.line.me/{liffId}{rest}`: the endpoint with everything that stood behind
 * the LIFF id in `liff.state`, from which `liff.init()` makes the real address.
 */
export function primaryRedirect(settings: LineLoginSettings, rest: string): URL {
  const url = new URL(settings.liffEndpointUrl());
  if (rest !== "" && rest !== "/") url.searchParams.set("liff.state", rest);
  return url;
}

/** What follows the LIFF id: `/me/photos/1?x=1`. Undefined for an address that is no LIFF URL of this app. */
export function restOfLiffUrl(settings: LineLoginSettings, address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const prefix = url.hostname === "liff.line.me" ? `/${settings.liffId}` : `/liff/${settings.liffId}`;
  const behind = url.pathname.slice(prefix.length);
  if (!url.pathname.startsWith(prefix) || (behind !== "" && !behind.startsWith("/"))) return undefined;
  return `${behind}${url.search}${url.hash}`;
}
