/**
 * The page behind an address that LINE made for a LIFF URL, when that page is open to everybody and needs nothing of LIFF:
 * it opens at once, without LINE's script and without a login. Null for all others, which `liff.init()` finds.
 */
export function openPage(url: URL): string | null {
  const state = url.searchParams.get("liff.state");
  return state !== null && /^\/privacy\/[^/?#\\]+(?:\?lang=[\w-]+)?$/.test(state) ? state : null;
}
