import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { S3 } from "@aws-sdk/client-s3";
import { createGateway } from "../../local/aws/gateway/gateway.ts";
import { createIdentities } from "../../local/aws/iam/identities.ts";
import { createS3 } from "../../local/aws/s3/create-s3.ts";
import { REGION } from "../../local/aws/service.ts";

/** The local S3 alone, on disk, with one bucket; `config` is for clients in other processes, too. */
export async function openBucket(Bucket: string) {
  const directory = mkdtempSync(join(tmpdir(), `egao-${Bucket}-`));
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
  await s3.ensureBucket(Bucket);
  const config = { endpoint: origin, region: REGION, credentials: identities.administrator };
  const client = new S3(config);
  return {
    config,
    client,
    put: async (Key: string, Body: Buffer): Promise<void> => {
      await client.putObject({ Bucket, Key, Body });
    },
    async close(): Promise<void> {
      client.destroy();
      await gateway.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function onlyS3(): never {
  throw new Error("only S3 is here");
}
