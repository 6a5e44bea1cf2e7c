import { createHmac } from "node:crypto";

/** 32 hexadecimal digits that only the holder of the key can tell beforehand. */
const keyed = (key: string, text: string): string =>
  createHmac("sha256", key).update(text).digest("hex").slice(0, 32);

/** The public name of a LINE user inside one event: says nothing about the user, the same on every call. */
export function guestIdOf(key: string, eventId: string, lineUserId: string): string {
  return keyed(key, `${eventId}:${lineUserId}`);
}

/** The unguessable name of a photo's display copies, the same on every try: `p/3fa9…`. */
export function imageNameOf(key: string, photoId: string): string {
  return `p/${keyed(key, `image:${photoId}`)}`;
}
