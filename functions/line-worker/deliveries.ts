import { randomUUID } from "node:crypto";
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
