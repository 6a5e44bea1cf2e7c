import type { ObjectHead } from "./stored-object.ts";
import { noSuchKey, notImplemented, preconditionFailed } from "./s3-error.ts";

type Headers = Readonly<Record<string, string>>;

/** Throws PreconditionFailed when `If-Match` or `If-None-Match: *` forbids the write. */
export function checkWrite(headers: Headers, key: string, current: ObjectHead | undefined): void {
  const { "if-match": match, "if-none-match": noneMatch } = headers;
  if (noneMatch !== undefined && noneMatch !== "*")
    throw notImplemented("If-None-Match with an ETag on a write");
  if (noneMatch === "*" && current !== undefined) throw preconditionFailed("If-None-Match");
  if (match === undefined) return;
  if (current === undefined) throw noSuchKey(key);
  if (!matches(match, current.etag)) throw preconditionFailed("If-Match");
}

/** Whether the client has it already (304); throws PreconditionFailed. */
export function isNotModified(headers: Headers, head: ObjectHead): boolean {
  const { "if-match": match, "if-none-match": noneMatch } = headers;
  const modified = Math.floor(head.lastModifiedMs / 1000) * 1000;
  const since = Date.parse(headers["if-modified-since"] ?? "");
  const unmodifiedSince = Date.parse(headers["if-unmodified-since"] ?? "");
  if (match !== undefined && !matches(match, head.etag)) throw preconditionFailed("If-Match");
  if (match === undefined && modified > unmodifiedSince) throw preconditionFailed("If-Unmodified-Since");
  return noneMatch === undefined ? modified <= since : matches(noneMatch, head.etag);
}

/** `tags` is a list of ETags with or without quotation marks, or `*`. */
export function matches(tags: string, etag: string): boolean {
  const plain = (tag: string) => tag.trim().replace(/^W\//, "").replaceAll('"', "");
  return tags.trim() === "*" || tags.split(",").some((tag) => plain(tag) === plain(etag));
}
