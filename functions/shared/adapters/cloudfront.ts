import { randomUUID } from "node:crypto";
import type { AwsFetch } from "../aws-fetch.ts";
import { Fault } from "../fault.ts";
import type { CopyCache } from "../ports/copy-cache.ts";

/** CloudFront's cache of one distribution, whose origin begins below `public/`. */
export function createCopyCache(fetch: AwsFetch, endpoint: string, distributionId: string): CopyCache {
  const invalidate = async (paths: readonly string[]): Promise<void> => {
    try {
      const response = await fetch(`${endpoint}/2020-05-31/distribution/${distributionId}/invalidation`, {
        method: "POST",
        headers: { "content-type": "application/xml" },
        body: invalidationOf(paths),
      });
      if (!response.ok) throw new Error(`CreateInvalidation ${response.status}`);
    } catch (error) {
      throw new Fault("invalidation-failed", error);
    }
  };
  return {
    forget: (image) => invalidate([`/${image}.jpg`, `/${image}-s.jpg`]),
    forgetAll: () => invalidate(["/*"]),
  };
}

/** Paths are letters, digits, slashes and a star: nothing in them needs escaping in XML. */
function invalidationOf(paths: readonly string[]): string {
  const items = paths.map((path) => `<Path>${path}</Path>`).join("");
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<InvalidationBatch xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">' +
    `<Paths><Quantity>${paths.length}</Quantity><Items>${items}</Items></Paths>` +
    `<CallerReference>${randomUUID()}</CallerReference></InvalidationBatch>`
  );
}
