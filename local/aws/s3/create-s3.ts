import { toldOfFullDisk } from "../../faults/disk-full.ts";
import { Disk } from "../../faults/disk.ts";
import type { AwsError, Caller, Clock, RestRequest, RestResponse, RestService } from "../service.ts";
import { createBucket, listBuckets } from "./bucket-operations.ts";
import { BucketStore } from "./bucket-store.ts";
import type { Bucket } from "./bucket.ts";
import { refuseUnknown } from "./refuse-unknown.ts";
import { routeRequest } from "./route-request.ts";
import { noSuchBucket, notImplemented, renderS3Error } from "./s3-error.ts";
import { mergedHeaders, splitPath, verifiedOnce } from "./s3-request.ts";
import type { StoredObject } from "./stored-object.ts";

interface S3Options {
  readonly clock: Clock;
  /** A directory of its own; objects are files in it. */
  readonly directory: string;
  /** The disk with that directory; one that is never full when left out. */
  readonly disk?: Disk;
}

/** Addresses are path style: `/BUCKET/KEY`. */
export interface S3 extends RestService {
  /** May be called at each start. Throws InvalidBucketName. */
  ensureBucket(name: string): Promise<void>;
  /** For the other stand-ins, without rights; throws NoSuchBucket. */
  getObject(bucketName: string, key: string): Promise<StoredObject | undefined>;
  /** How many objects have a key that starts so; throws NoSuchBucket. */
  count(bucketName: string, prefix?: string): number;
}

export async function createS3({ clock, directory, disk = new Disk() }: S3Options): Promise<S3> {
  const store = await BucketStore.open(directory, disk);
  const bucketOf = (name: string): Bucket => {
    const bucket = store.find(name);
    if (bucket === undefined) throw noSuchBucket(name);
    return bucket;
  };
  return {
    handle: (request, caller) =>
      toldOfFullDisk("InternalError", () => handle({ store, bucketOf, clock }, request, caller)),
    renderError: (error: AwsError, requestId: string) => renderS3Error(error, requestId),
    async ensureBucket(name) {
      await store.create(name, clock());
    },
    getObject: async (bucketName, key) => bucketOf(bucketName).read(key),
    count: (bucketName, prefix) => bucketOf(bucketName).keys(prefix).length,
  };
}

interface Context {
  readonly store: BucketStore;
  readonly bucketOf: (name: string) => Bucket;
  readonly clock: Clock;
}

async function handle(
  { store, bucketOf, clock }: Context,
  request: RestRequest,
  caller: Caller,
): Promise<RestResponse> {
  const { method, query, body } = request;
  const headers = mergedHeaders(request);
  const { bucketName, key } = splitPath(request.path);
  refuseUnknown(query, headers);
  if (bucketName === "") {
    if (method === "GET") return listBuckets(store, caller);
    throw notImplemented(`${method} without a bucket`);
  }
  if (method === "PUT" && key === "" && [...query.keys()].every((name) => name === "x-id")) {
    return createBucket(store, bucketName, caller, verifiedOnce(headers, body)().bytes, clock);
  }
  const bucket = bucketOf(bucketName);
  const s3Request = { caller, clock, bucket, key, method, query, headers, bucketOf, wire: body };
  const verified = { ...s3Request, body: verifiedOnce(headers, body) };
  return routeRequest(verified)(verified);
}
