import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod";
import { clone } from "../fixtures/clone.ts";
import type { Measurement, Row } from "./measurement.ts";
import { openBucket } from "./open-bucket.ts";

const Bucket = "archives";
const PHOTO_BYTES = 3_000_000;

/** Packing a guest's archive by the worker's own code, in a process of its own, from and into the local S3. */
export const archive: Measurement = {
  name: "archive",
  async run(): Promise<readonly Row[]> {
    const bucket = await openBucket(Bucket);
    try {
      await bucket.put("originals/photo.jpg", Buffer.alloc(PHOTO_BYTES, 7));
      const pack = (photos: number) => packed(photos, bucket.config);
      const [few, many] = [await pack(20), await pack(200)];
      return [
        {
          what: "archive of 20 photos of 3 MB: time / peak memory above that of a process at rest",
          measured: told(few),
        },
        { what: "archive of 200 photos of 3 MB: the same", measured: told(many) },
      ];
    } finally {
      await bucket.close();
    }
  },
};

const outcomeShape = z.object({ ms: z.number(), peakBytes: z.number(), bytes: z.number() });
type Outcome = z.infer<typeof outcomeShape>;

async function packed(photos: number, config: object): Promise<Outcome> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      "--import",
      "tsx",
      join(clone, "tests/bench/pack-archive.ts"),
      Bucket,
      String(photos),
      JSON.stringify(config),
    ],
    { cwd: clone },
  );
  return outcomeShape.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
}

const told = ({ ms, peakBytes, bytes }: Outcome): string =>
  `${(ms / 1_000).toFixed(1)} s / ${(peakBytes / 2 ** 20).toFixed(0)} MB, ${(bytes / 1e6).toFixed(0)} MB packed`;
