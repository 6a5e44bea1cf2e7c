import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { S3 } from "@aws-sdk/client-s3";
import * as z from "zod";
import { createGateway } from "../../local/aws/gateway/gateway.ts";
import { createIdentities } from "../../local/aws/iam/identities.ts";
import { createS3 } from "../../local/aws/s3/create-s3.ts";
import { REGION } from "../../local/aws/service.ts";
import { clone } from "../fixtures/clone.ts";
import type { Measurement, Row } from "./measurement.ts";

const Bucket = "archives";
const PHOTO_BYTES = 3_000_000;

/** Packing a guest's archive by the worker's own code, in a process of its own, from and into the local S3. */
export const archive: Measurement = {
  name: "archive",
  async run(): Promise<readonly Row[]> {
    const directory = mkdtempSync(join(tmpdir(), "egao-archive-"));
    const identities = createIdentities();
    const s3 = await createS3({ clock: Date.now, directory });
    const nobody = { handle: onlyS3, renderError: onlyS3 };
    const gateway = createGateway({
      clock: Date.now,
      identities,
      jsonServices: [],
      lambda: nobody,
      cloudFront: nobody,
      s3,
    });
    const { origin } = await gateway.listen(0);
    try {
      await s3.ensureBucket(Bucket);
      const credentials = identities.administrator;
      const client = new S3({ endpoint: origin, region: REGION, credentials });
      await client.putObject({ Bucket, Key: "originals/photo.jpg", Body: Buffer.alloc(PHOTO_BYTES, 7) });
      client.destroy();
      const pack = (photos: number) => packed(photos, { endpoint: origin, region: REGION, credentials });
      const [few, many] = [await pack(20), await pack(200)];
      return [
        {
          what: "archive of 20 photos of 3 MB: time / peak memory above that of a process at rest",
          measured: told(few),
        },
        { what: "archive of 200 photos of 3 MB: the same", measured: told(many) },
      ];
    } finally {
      await gateway.close();
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

function onlyS3(): never {
  throw new Error("only S3 is here");
}

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
