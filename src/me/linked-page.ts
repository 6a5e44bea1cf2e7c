/**
 * Where a link of the style `/liff?message_id=…` leads; null where it already is. Whose photo it is, the session tells:
 * whatever else stands in the address is not looked at.
 */
export function linkedPage(pathname: string, search: string): string | null {
  const photoId = new URLSearchParams(search).get("message_id");
  if (photoId !== null && /^\d{1,30}$/.test(photoId)) return `/me/photos/${photoId}`;
  return pathname === "/me" ? null : "/me";
}
