import { createHash, randomUUID } from "node:crypto";
import type { Delivery } from "../shared/ports/ceremony-store.ts";

const DAY_MS = 86_400_000;
// Longer than anything rests in a dead-letter queue, so that a message from there repeats nothing.
const REMEMBERED_MS = 30 * DAY_MS;

export const replyDeliveryId = (replyId: string): string => `reply#${replyId}`;
/** That the result of a photo is told with another reply. */
export const laterDeliveryId = (photoId: string): string => `later#${photoId}`;
export const unsentDeliveryId = (photoId: string): string => `unsent#${photoId}`;
/** That a step of a job was begun. */
export const stepDeliveryId = (jobId: string, version: number): string => `step#${jobId}#${version}`;

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

/** An attempt of its own: two workers in the same millisecond never look like one that asks twice. */
export function deliveryOf(
  deliveryId: string,
  what: "reply" | "push" | "silence" | "later" | "unsent" | "step",
  now: number,
): Delivery {
  return {
    deliveryId,
    kind: `${what} ${randomUUID()}`,
    recordedAt: now,
    expiresAt: Math.ceil((now + REMEMBERED_MS) / 1_000),
  };
}
