/** Where the next marker is; whatever lies before it is passed over. The length of the bytes when there is none. */
export function markerFrom(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1];
    if (next !== 0 && next !== 0xff) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}

export interface JpegSegment {
  /** Its second byte. */
  readonly marker: number;
  /** Empty for a marker that stands alone; shorter than promised where the file ends. */
  readonly body: Buffer;
  /** Where it ends. */
  readonly end: number;
}

/** The next segment from `from` on; `undefined` at the end of the file. */
export function segmentFrom(bytes: Buffer, from: number): JpegSegment | undefined {
  const at = markerFrom(bytes, from);
  if (at === bytes.length) return undefined;
  const marker = bytes.readUInt8(at + 1);
  if (isAlone(marker) || at + 4 > bytes.length) return { marker, body: Buffer.alloc(0), end: at + 2 };
  const body = bytes.subarray(at + 4, Math.max(at + 4, at + 2 + bytes.readUInt16BE(at + 2)));
  return { marker, body, end: at + 4 + body.length };
}

/** Restart markers, start and end of the image, and one that means nothing have no body. */
const isAlone = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd9) || marker === 0x01;
