import * as z from "zod";

const head = z.object({
  key: z.string(),
  sizeBytes: z.number(),
  /** With its quotation marks. */
  etag: z.string(),
  lastModifiedMs: z.number(),
  /** What the owner said about the object and everyone gets back: `content-type`, `cache-control`, `x-amz-meta-…`. */
  headers: z.record(z.string(), z.string()),
  checksum: z
    .object({
      algorithm: z.enum(["crc32", "crc32c", "sha1", "sha256"]),
      value: z.string(),
      type: z.enum(["FULL_OBJECT", "COMPOSITE"]),
    })
    .optional(),
});

export type ObjectHead = Readonly<z.infer<typeof head>>;

export interface StoredObject {
  readonly head: ObjectHead;
  readonly body: Buffer;
}

/** One file holds both, so that one rename makes or replaces an object: length of the head, head as JSON, bytes. */
export function packObject({ head: description, body }: StoredObject): Buffer {
  const json = Buffer.from(JSON.stringify(description));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([length, json, body]);
}

export function unpackObject(file: Buffer): StoredObject {
  const end = 4 + file.readUInt32BE(0);
  return { head: head.parse(JSON.parse(file.toString("utf8", 4, end))), body: file.subarray(end) };
}
