import { crc32 } from "node:zlib";

export interface UnpackedFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** As it stands in the archive: wall time without a zone, `2026-11-21T18:03:12`. */
  readonly writtenAt: string;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const FILE = 0x04034b50;
const STORED = 0;
const UTF8 = 0x0800;

/** Unpacks an archive of stored files and checks every byte. Throws on whatever is not as it should be. For tests. */
export function readZip(zip: Buffer): readonly UnpackedFile[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || zip.readUInt32LE(end) !== END || end + 22 !== zip.length)
    throw new Error("the archive has no end");
  const count = zip.readUInt16LE(end + 10);
  const files: UnpackedFile[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error(`entry ${index} is none`);
    if ((zip.readUInt16LE(at + 8) & UTF8) === 0) throw new Error(`the name of entry ${index} is not UTF-8`);
    files.push(readFile(zip, at));
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  if (at !== end) throw new Error("the list does not end where the archive does");
  return files;
}

function readFile(zip: Buffer, entry: number): UnpackedFile {
  const name = zip.toString("utf8", entry + 46, entry + 46 + zip.readUInt16LE(entry + 28));
  const [size, offset] = [zip.readUInt32LE(entry + 24), zip.readUInt32LE(entry + 42)];
  if (zip.readUInt16LE(entry + 10) !== STORED) throw new Error(`${name} is compressed`);
  if (zip.readUInt32LE(offset) !== FILE) throw new Error(`${name} is not where the list says`);
  const from = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const bytes = zip.subarray(from, from + size);
  if (crc32(bytes) !== zip.readUInt32LE(entry + 16)) throw new Error(`${name} is damaged`);
  return { name, bytes, writtenAt: dosTime(zip.readUInt16LE(entry + 14), zip.readUInt16LE(entry + 12)) };
}

/** To two seconds, as the format has it. */
function dosTime(date: number, time: number): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  const day = [1980 + (date >> 9), two((date >> 5) & 15), two(date & 31)].join("-");
  return `${day}T${[two(time >> 11), two((time >> 5) & 63), two((time & 31) * 2)].join(":")}`;
}
