import type { PhotoReason } from "#domain/photo";
import type { Refusal } from "#domain/words/bot-words";

/** Why a photo is not shown: those that the guest hears a sentence about. The others are between host and guest. */
const told = [
  "no-face",
  "unreadable",
  "unsupported-type",
  "too-large",
  "duplicate",
  "blocked",
  "off-screen",
  "over-limit",
] as const satisfies readonly (PhotoReason & Refusal)[];

export function toldReason(reason: PhotoReason | undefined): Refusal | undefined {
  return told.find((known) => known === reason);
}
