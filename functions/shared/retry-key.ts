import { createHash } from "node:crypto";

/** A UUID for LINE, the same for every try of one delivery. */
export function retryKeyOf(deliveryId: string): string {
  const hex = createHash("sha256").update(deliveryId).digest("hex");
  // Version 8 of RFC 9562, for what is made in a way of one's own, and its variant.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
