import type { Face } from "./face.ts";

/** Where a photo stands on its way; it only moves forward. */
export const photoSteps = ["received", "read", "answered"] as const;
export type PhotoStep = (typeof photoSteps)[number];

/** What people may see of a photo. */
export const photoStates = ["pending", "shown", "hidden", "removed"] as const;
export type PhotoState = (typeof photoStates)[number];

/** Why a photo is not shown. */
export const photoReasons = [
  "no-face",
  "unreadable",
  "unsupported-type",
  "too-large",
  "review-first",
  "not-checked",
  "flagged",
  "blocked",
  "banned-word",
  "duplicate",
  "over-limit",
  "hidden-by-host",
  "banned",
  "off-screen",
  "leaving",
  "withdrawn",
] as const;
export type PhotoReason = (typeof photoReasons)[number];

/** One photo as the rules see it. */
export interface Photo {
  readonly photoId: string;
  readonly state: PhotoState;
  /** Points; 0 while no face was read. */
  readonly score: number;
  /** LINE's time stamp of the message, milliseconds since the epoch. */
  readonly sentAt: number;
  readonly image?: string;
  readonly faces?: readonly Face[];
}

/** P1: the step only moves forward. */
export function isBefore(step: PhotoStep, other: PhotoStep): boolean {
  return photoSteps.indexOf(step) < photoSteps.indexOf(other);
}
