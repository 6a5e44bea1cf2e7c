import { defineStorage } from "@aws-amplify/backend";

/**
 * `originals/` is private; `public/` is what the CDN may show. Nobody signs in to the bucket: the worker's rights
 * are in amplify/rights.ts. Deleting the stack deletes the photos, as Amplify wants it.
 */
export const storage = defineStorage({ name: "photos" });
