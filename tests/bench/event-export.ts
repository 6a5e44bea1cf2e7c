import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod";
import { clone } from "../fixtures/clone.ts";
import type { Measurement, Row } from "./measurement.ts";
import { openBucket } from "./open-bucket.ts";

const Bucket = "exports";
const PHOTOS = 10_000;
/** So many different ones, over and over: each is read and written in full every time. */
const PICTURES = 200;
const PICTURE_BYTES = 300_000;

/**
 * Taking an event of 10,000 photos away by the archiver's own code, in a process of its own, from and into the local S3,
 * its rows from memory; and in the same run the same bytes read and written one by one, which is the least that it takes.
 */
export const eventExport: Measurement = {
  name: "event export",
  async run(): Promise<readonly Row[]> {
    const bucket = await openBucket(Bucket);
    try {
      for (let index = 0; index < PICTURES; index += 1)
        await bucket.put(`originals/photo-${index}.jpg`, pictureOf(PICTURE_BYTES));
      const copied = await measured("copy", bucket.config);
      const exported = await measured("export", bucket.config);
      const what = `${PHOTOS.toLocaleString("en")} photos of ${PICTURE_BYTES / 1_000} kB`;
      return [
        {
          what: `event export: ${what} into ZIP files: time / peak memory above that of a process at rest`,
          measured: told(exported),
          budget: "≤ 300 s a part / ≤ 512 MB",
        },
        {
          what: `the same bytes read and written one by one, eight side by side, without a ZIP`,
          measured: told(copied),
        },
      ];
    } finally {
      await bucket.close();
    }
  },
};

/** Like a JPEG: marked as one, and nothing in it can be compressed. */
const pictureOf = (bytes: number): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(bytes - 4)]);

const outcomeShape = z.object({
  ms: z.number(),
  peakBytes: z.number(),
  bytes: z.number(),
  parts: z.number(),
});
type Outcome = z.infer<typeof outcomeShape>;

async function measured(what: "export" | "copy", config: object): Promise<Outcome> {
  const script = join(clone, "tests/bench/export-event.ts");
  const size = [PHOTOS, PICTURES, PICTURE_BYTES].map(String);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", script, what, Bucket, ...size, JSON.stringify(config)],
    { cwd: clone, maxBuffer: 64 * 1024 * 1024 },
  );
  return outcomeShape.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
}

const told = ({ ms, peakBytes, bytes, parts }: Outcome): string =>
  `${(ms / 1_000).toFixed(1)} s / ${(peakBytes / 2 ** 20).toFixed(0)} MB, ${(bytes / 1e6).toFixed(0)} MB in ${parts} files`;
