import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  S3,
  type PutObjectCommandInput,
  type PutObjectCommandOutput,
  type S3ClientConfig,
} from "@aws-sdk/client-s3";
import { onTestFinished } from "vitest";
import { createS3, type S3 as LocalS3 } from "../../local/aws/s3/create-s3.ts";
import { openGateway } from "./open-gateway.ts";

export const START_MS = Date.UTC(2026, 10, 20, 9);
export const Bucket = "egao-photos";

type Statements =
  Parameters<Awaited<ReturnType<typeof openGateway>>["asRole"]> extends [string, ...infer Rest]
    ? Rest
    : never;

export interface OpenedBucket {
  readonly local: LocalS3;
  /** Where the buckets are. */
  readonly directory: string;
  /** The administrator's. */
  readonly client: S3;
  advance(ms: number): void;
  connect(more?: S3ClientConfig): S3;
  /** A client with exactly these rights. */
  asRole(name: string, ...statements: Statements): S3;
  put(
    Key: string,
    Body?: PutObjectCommandInput["Body"],
    more?: Partial<PutObjectCommandInput>,
  ): Promise<PutObjectCommandOutput>;
  read(Key: string, from?: S3): Promise<Buffer>;
  /** The same directory after a new start. */
  reopen(): Promise<OpenedBucket>;
}

/** An empty bucket on disk behind a gateway; closed and removed when the test is over. */
export async function openBucket(): Promise<OpenedBucket> {
  const directory = await mkdtemp(join(tmpdir(), "egao-s3-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const bucket = await open(directory);
  await bucket.local.ensureBucket(Bucket);
  return bucket;
}

async function open(directory: string): Promise<OpenedBucket> {
  let nowMs = START_MS;
  const local = await createS3({ clock: () => nowMs, directory });
  const gateway = await openGateway({ s3: local, log: console.error });
  const connect = (settings: S3ClientConfig) => {
    const connected = new S3(settings);
    onTestFinished(() => connected.destroy());
    return connected;
  };
  const client = connect(gateway.asAdministrator);
  const bucket: OpenedBucket = {
    local,
    directory,
    client,
    advance: (ms) => void (nowMs += ms),
    connect: (more = {}) => connect({ ...gateway.asAdministrator, ...more }),
    asRole: (name, ...statements) => connect(gateway.asRole(name, ...statements)),
    put: (Key, Body = Key, more = {}) => client.putObject({ Bucket, Key, Body, ...more }),
    async read(Key, from = client) {
      const { Body } = await from.getObject({ Bucket, Key });
      return Buffer.from((await Body?.transformToByteArray()) ?? []);
    },
    reopen: () => open(directory),
  };
  return bucket;
}

export const md5 = (bytes: Buffer | string) => createHash("md5").update(bytes).digest();

/** What an error of the client looks like. */
export const failure = (httpStatusCode: number, name: string) => ({ name, $metadata: { httpStatusCode } });
