import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { isGone } from "../../faults/disk-full.ts";
import type { Bucket } from "./bucket.ts";
import { noSuchUpload } from "./s3-error.ts";
import { packObject, unpackObject, type StoredObject } from "./stored-object.ts";

const upload = z.object({
  key: z.string(),
  headers: z.record(z.string(), z.string()),
  checksum: z
    .object({
      algorithm: z.enum(["crc32", "crc32c", "sha1", "sha256"]),
      type: z.enum(["FULL_OBJECT", "COMPOSITE"]),
    })
    .optional(),
});

/** A multipart upload under way. */
export type Upload = Readonly<z.infer<typeof upload>>;

/** Returns the upload's id. */
export async function startUpload(bucket: Bucket, description: Upload): Promise<string> {
  const id = randomBytes(24).toString("hex");
  const incoming = bucket.passage();
  try {
    await mkdir(incoming);
    bucket.disk.replace(join(incoming, "upload.json"), JSON.stringify(description));
    await rename(incoming, join(bucket.uploadsDirectory, id));
  } catch (error) {
    await rm(incoming, { recursive: true, force: true });
    throw error;
  }
  return id;
}

/** Throws NoSuchUpload, also for another key's upload. */
export async function findUpload(bucket: Bucket, id: string, key: string): Promise<Upload> {
  if (!/^[0-9a-f]{48}$/.test(id)) throw noSuchUpload(id);
  const json = await readFile(join(bucket.uploadsDirectory, id, "upload.json"), "utf8").catch(
    (cause: unknown) => {
      if (isGone(cause)) throw noSuchUpload(id);
      throw cause;
    },
  );
  const found = upload.parse(JSON.parse(json));
  if (found.key !== key) throw noSuchUpload(id);
  return found;
}

/** A part is kept as an object whose key is its number; a second one with the number replaces the first. */
export async function savePart(bucket: Bucket, id: string, part: StoredObject): Promise<void> {
  const incoming = bucket.passage();
  const bytes = packObject(part);
  bucket.disk.reserve(bytes.length);
  try {
    await writeFile(incoming, bytes);
    await rename(incoming, join(bucket.uploadsDirectory, id, `part-${part.head.key}`));
  } catch (error) {
    await rm(incoming, { force: true });
    // Completed or aborted meanwhile.
    throw isGone(error) ? noSuchUpload(id) : error;
  }
}

/** By number. */
export async function readParts(bucket: Bucket, id: string): Promise<readonly StoredObject[]> {
  const directory = join(bucket.uploadsDirectory, id);
  const files = (await readdir(directory)).filter((name) => name.startsWith("part-"));
  const parts = await Promise.all(
    files.map(async (name) => unpackObject(await readFile(join(directory, name)))),
  );
  return parts.sort((one, other) => Number(one.head.key) - Number(other.head.key));
}

/** Out of sight first: a crash while it is being removed leaves no half of one. */
export async function endUpload(bucket: Bucket, id: string): Promise<void> {
  const outgoing = bucket.passage();
  try {
    await rename(join(bucket.uploadsDirectory, id), outgoing);
  } catch (error) {
    // Somebody else ended it at the same time.
    if (isGone(error)) return;
    throw error;
  }
  await rm(outgoing, { recursive: true, force: true });
}

/** The MD5 of the parts' MD5s, and how many they are. */
export function multipartEtag(parts: readonly StoredObject[]): string {
  const digests = parts.map(({ head }) => Buffer.from(head.etag.replaceAll('"', ""), "hex"));
  return `"${createHash("md5").update(Buffer.concat(digests)).digest("hex")}-${parts.length}"`;
}
