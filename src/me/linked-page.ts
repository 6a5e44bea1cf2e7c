/**
 * Where a link of the style `/liff?message_id=…` leads; null where it already is. Whose photo it is, the session tells:
 * whatever else stands in the address is not looked at.
 */
export function linkedPage(pathname: string, search: string): string | null {
  const photoId = new URLSearchParams(search).get("message_id");
  if (photoId !== null && /^\d{1,30}$/.test(photoId)) return `/me/photos/${photoId}`;
  return pathname === "/me" ? null : "/me";
}

/** The photo from whose page the guest came, by what the router keeps with the address; null without one. */
export function photoOfState(state: unknown): string | null {
  const photoId = typeof state === "object" && state !== null && "photoId" in state ? state.photoId : null;
  return typeof photoId === "string" ? photoId : null;
}
