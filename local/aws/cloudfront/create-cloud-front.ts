import { Faults } from "../../faults/faults.ts";
import { ACCOUNT_ID, AwsError, type Caller, type Clock, type RestRequest } from "../service.ts";
import type { RestResponse, RestService } from "../service.ts";
import type { S3 } from "../s3/create-s3.ts";
import { writeXml } from "../s3/write-xml.ts";
import {
  createDistribution,
  decodePath,
  type Distribution,
  type DistributionOptions,
} from "./distribution.ts";
import { describeInvalidation, Invalidations, readBatch } from "./invalidations.ts";

const NAMESPACE = "http://cloudfront.amazonaws.com/doc/2020-05-31/";

export interface CloudFront extends RestService {
  /** A CDN of its own, with its own port. Throws if the id is taken. */
  createDistribution(options: DistributionOptions): Distribution;
}

interface Entry {
  readonly distribution: Distribution;
  readonly invalidations: Invalidations;
}

type Entries = ReadonlyMap<string, Entry>;

export function createCloudFront({
  clock,
  s3,
  faults = new Faults(),
}: {
  readonly clock: Clock;
  readonly s3: Pick<S3, "getObject">;
  /** What shall go wrong; nothing when left out. */
  readonly faults?: Faults;
}): CloudFront {
  const entries = new Map<string, Entry>();
  return {
    createDistribution(options) {
      if (entries.has(options.id)) throw new Error(`The distribution ${options.id} is there already`);
      const distribution = createDistribution(options, { clock, s3, faults });
      entries.set(options.id, { distribution, invalidations: new Invalidations(clock) });
      return distribution;
    },
    handle: async (request, caller) => handle(entries, request, caller),
    renderError: renderCloudFrontError,
  };
}

function handle(entries: Entries, request: RestRequest, caller: Caller): RestResponse {
  const route = /^\/2020-05-31\/distribution\/([^/]+)\/invalidation(?:\/([^/]+))?$/.exec(request.path);
  const [, distributionId, invalidationId] = route ?? [];
  if (distributionId !== undefined && invalidationId === undefined && request.method === "POST") {
    return createInvalidation(entries, distributionId, request, caller);
  }
  if (distributionId !== undefined && invalidationId !== undefined && request.method === "GET") {
    return getInvalidation(entries, distributionId, invalidationId, caller);
  }
  const what = `${request.method} ${request.path}`;
  throw new AwsError("NotImplemented", `${what} is not available in the local CloudFront`, 501);
}

function createInvalidation(
  entries: Entries,
  id: string,
  { path, body }: RestRequest,
  caller: Caller,
): RestResponse {
  caller.authorize("cloudfront:CreateInvalidation", distributionArn(id));
  const { distribution, invalidations } = find(entries, id);
  const batch = readBatch(body);
  const patterns = batch.paths.map(decodePath);
  const { invalidation, isNew } = invalidations.add(batch);
  if (isNew) distribution.invalidate(patterns);
  return answer(201, invalidation, {
    location: `https://cloudfront.amazonaws.com${path}/${invalidation.id}`,
  });
}

function getInvalidation(entries: Entries, id: string, invalidationId: string, caller: Caller): RestResponse {
  caller.authorize("cloudfront:GetInvalidation", distributionArn(id));
  const invalidation = find(entries, id).invalidations.find(invalidationId);
  if (invalidation !== undefined) return answer(200, invalidation);
  throw new AwsError("NoSuchInvalidation", "The specified invalidation does not exist.", 404);
}

function find(entries: Entries, id: string): Entry {
  const entry = entries.get(id);
  if (entry !== undefined) return entry;
  throw new AwsError("NoSuchDistribution", "The specified distribution does not exist.", 404);
}

function distributionArn(id: string): string {
  return `arn:aws:cloudfront::${ACCOUNT_ID}:distribution/${id}`;
}

function answer(
  status: number,
  invalidation: Parameters<typeof describeInvalidation>[0],
  headers: Readonly<Record<string, string>> = {},
): RestResponse {
  const body = writeXml("Invalidation", describeInvalidation(invalidation), NAMESPACE);
  return { status, headers: { "content-type": "text/xml", ...headers }, body };
}

function renderCloudFrontError({ code, message, status }: AwsError, requestId: string): RestResponse {
  const error = {
    Type: status < 500 ? "Sender" : "Receiver",
    Code: code === "AccessDeniedException" ? "AccessDenied" : code,
    Message: message,
  };
  const body = writeXml("ErrorResponse", { Error: error, RequestId: requestId }, NAMESPACE);
  return { status, headers: { "content-type": "text/xml" }, body };
}
