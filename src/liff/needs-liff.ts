/**
 * Whether a page address needs `initLiff` before the router may read it: the guests' pages, and every address that
 * LINE itself made. LINE opens the endpoint (`/`) with `liff.state`, from which `liff.init()` makes the real one.
 */
export function needsLiff(url: URL): boolean {
  if (/^\/(?:me|liff)(?:\/|$)/.test(url.pathname)) return true;
  return ["liff.state", "liffClientId", "liffOAuth2Error"].some((name) => url.searchParams.has(name));
}
