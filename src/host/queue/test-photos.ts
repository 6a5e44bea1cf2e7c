import type { HostPhoto } from "../../backend/host-photo.ts";

/** A waiting photo for tests, with what the test is about. */
export function hostPhoto(photoId: string, change: Partial<HostPhoto> = {}): HostPhoto {
  return {
    guestId: "guest-1",
    photoId,
    displayName: "美咲",
    sentAt: 1_000,
    state: "pending",
    reason: "review-first",
    concern: "review-first",
    duplicateOf: null,
    score: 98.2,
    faceCount: 1,
    moderationLabels: [],
    isModerationChecked: true,
    size: { width: 1024, height: 768 },
    decision: null,
    version: 1,
    ...change,
  };
}
