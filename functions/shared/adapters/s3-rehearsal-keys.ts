import { type RehearsalNote, rehearsalCalls } from "../ports/rehearsal-calls.ts";

/** Everything below it goes after a day at the latest (amplify/backend.ts). */
export const picturePrefix = (eventId: string): string => `rehearsal/pictures/${eventId}/`;
export const callPrefix = (eventId: string): string => `rehearsal/calls/${eventId}/`;

/** The key says everything: an object of it is empty. `attempt` tells two calls of the same moment apart. */
export function callKey(eventId: string, { call, subject, at }: RehearsalNote, attempt: string): string {
  return `${callPrefix(eventId)}${call}/${Buffer.from(subject).toString("base64url")}/${Math.floor(at)}-${attempt}`;
}

/** `undefined`: no call's key. */
export function callOf(eventId: string, key: string): RehearsalNote | undefined {
  const prefix = callPrefix(eventId);
  if (!key.startsWith(prefix)) return undefined;
  const [name, subject = "", rest = ""] = key.slice(prefix.length).split("/");
  const call = rehearsalCalls.find((known) => known === name);
  if (call === undefined) return undefined;
  return { call, subject: Buffer.from(subject, "base64url").toString(), at: Number.parseInt(rest, 10) };
}

const picture = /^rehearsal\/pictures\/[0-9a-f-]{36}\/[\w-]{1,40}\.jpg$/;

/** H4: the key of a picture that a rehearsal put into the bucket at that address; `undefined` for every other URL. */
export function pictureKeyOf(bucketUrl: string, url: string): string | undefined {
  const prefix = `${bucketUrl}/`;
  const key = url.startsWith(prefix) ? url.slice(prefix.length) : "";
  return picture.test(key) ? key : undefined;
}
