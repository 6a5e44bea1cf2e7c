import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CloudFront, type CreateInvalidationCommandOutput } from "@aws-sdk/client-cloudfront";
import { S3, type PutObjectCommandInput, type PutObjectCommandOutput } from "@aws-sdk/client-s3";
import { onTestFinished } from "vitest";
import { createCloudFront } from "../../local/aws/cloudfront/create-cloud-front.ts";
import { createS3, type S3 as LocalS3 } from "../../local/aws/s3/create-s3.ts";
import { openGateway, type OpenedGateway } from "./open-gateway.ts";

export const START_MS = Date.UTC(2026, 10, 20, 9);
export const Bucket = "egao-photos";
export const DistributionId = "E2LOCAL";

export interface OpenedCdn {
  readonly origin: string;
  readonly s3: LocalS3;
  /** The administrator's, as is the next one. */
  readonly photos: S3;
  readonly client: CloudFront;
  readonly gateway: OpenedGateway;
  advance(ms: number): void;
  connect(credentials: OpenedGateway["asAdministrator"]["credentials"]): CloudFront;
  /** A picture that may be kept for a minute. */
  put(Key: string, Body?: string, more?: Partial<PutObjectCommandInput>): Promise<PutObjectCommandOutput>;
  get(path: string, init?: RequestInit): Promise<Answer>;
  invalidate(
    Items: string[],
    CallerReference?: string,
    by?: CloudFront,
  ): Promise<CreateInvalidationCommandOutput>;
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly cache: string | null;
  readonly header: (name: string) => string | null;
}

let references = 0;

/** A distribution of an empty bucket's `public/`; closed and removed when the test is over. */
export async function openCdn(): Promise<OpenedCdn> {
  const directory = await mkdtemp(join(tmpdir(), "egao-cdn-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  let nowMs = START_MS;
  const clock = () => nowMs;
  const s3 = await createS3({ clock, directory });
  await s3.ensureBucket(Bucket);
  const cloudFront = createCloudFront({ clock, s3 });
  const distribution = cloudFront.createDistribution({
    id: DistributionId,
    bucket: Bucket,
    originPath: "/public",
  });
  const { origin } = await distribution.listen(0);
  onTestFinished(() => distribution.close());
  const gateway = await openGateway({ s3, cloudFront, log: console.error });
  const connect: OpenedCdn["connect"] = (credentials) => {
    // A global service: its calls are signed for us-east-1, wherever the caller is.
    const connected = new CloudFront({ ...gateway.asAdministrator, region: "us-east-1", credentials });
    onTestFinished(() => connected.destroy());
    return connected;
  };
  const photos = new S3(gateway.asAdministrator);
  onTestFinished(() => photos.destroy());
  const client = connect(gateway.asAdministrator.credentials);
  const cdn: OpenedCdn = {
    origin,
    s3,
    photos,
    client,
    gateway,
    advance: (ms) => void (nowMs += ms),
    connect,
    put(Key, Body = Key, more = {}) {
      const headers = { ContentType: "image/jpeg", CacheControl: "public, max-age=60" };
      return photos.putObject({ Bucket, Key, Body, ...headers, ...more });
    },
    async get(path, init) {
      const answer = await fetch(origin + path, init);
      const header = (name: string) => answer.headers.get(name);
      return { status: answer.status, text: await answer.text(), header, cache: header("x-cache") };
    },
    invalidate(Items, CallerReference = `reference ${(references += 1)}`, by = client) {
      const InvalidationBatch = { CallerReference, Paths: { Quantity: Items.length, Items } };
      return by.createInvalidation({ DistributionId, InvalidationBatch });
    },
  };
  return cdn;
}
