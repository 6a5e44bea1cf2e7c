import { defineStorage } from "@aws-amplify/backend";

/**
 * `originals/` is private; `public/` is what the CDN may show. Nobody signs in to the bucket: the worker's rights
 * are in amplify/rights.ts. Photos outlive a mistaken deletion of the stack.
 */
export const storage = defineStorage({ name: "photos" });
