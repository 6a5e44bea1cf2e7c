const SIGNATURES: readonly (readonly [offset: number, bytes: string, contentType: string])[] = [
  [0, "\xff\xd8\xff", "image/jpeg"],
  [0, "\x89PNG\r\n\x1a\n", "image/png"],
  [0, "GIF8", "image/gif"],
  [8, "WEBP", "image/webp"],
  [4, "ftypheic", "image/heic"],
  [4, "ftypmif1", "image/heic"],
  [4, "ftypavif", "image/avif"],
  [4, "ftyp", "video/mp4"],
  [0, "%PDF", "application/pdf"],
];

/** The type that the first bytes tell, `application/octet-stream` for unknown ones. */
export function contentTypeOf(bytes: Buffer): string {
  const start = bytes.subarray(0, 16).toString("latin1");
  const known = SIGNATURES.find(([offset, mark]) => start.startsWith(mark, offset));
  return known?.[2] ?? "application/octet-stream";
}
