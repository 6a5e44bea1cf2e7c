import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
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
  await mkdir(join(bucket.uploadsDirectory, id));
  await writeFile(join(bucket.uploadsDirectory, id, "upload.json"), JSON.stringify(description));
  return id;
}

/** Throws NoSuchUpload, also for another key's upload. */
export async function findUpload(bucket: Bucket, id: string, key: string): Promise<Upload> {
  if (!/^[0-9a-f]{48}$/.test(id)) throw noSuchUpload(id);
  const json = await readFile(join(bucket.uploadsDirectory, id, "upload.json"), "utf8").catch(
    (cause: unknown) => {
      if (isMissing(cause)) throw noSuchUpload(id);
      throw cause;
    },
  );
  const found = upload.parse(JSON.parse(json));
  if (found.key !== key) throw noSuchUpload(id);
  return found;
}

/** A part is kept as an object whose key is its number; a second one with the number replaces the first. */
export async function savePart(bucket: Bucket, id: string, part: StoredObject): Promise<void> {
  const directory = join(bucket.uploadsDirectory, id);
  const incoming = join(directory, `incoming-${randomUUID()}`);
  await writeFile(incoming, packObject(part));
  await rename(incoming, join(directory, `part-${part.head.key}`));
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

export async function endUpload(bucket: Bucket, id: string): Promise<void> {
  await rm(join(bucket.uploadsDirectory, id), { recursive: true, force: true });
}

/** The MD5 of the parts' MD5s, and how many they are. */
export function multipartEtag(parts: readonly StoredObject[]): string {
  const digests = parts.map(({ head }) => Buffer.from(head.etag.replaceAll('"', ""), "hex"));
  return `"${createHash("md5").update(Buffer.concat(digests)).digest("hex")}-${parts.length}"`;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
