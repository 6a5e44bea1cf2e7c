import type { Language } from "#domain/language";
import type { HostQueueWords } from "#domain/words/host-queue-words";
import type { HostPhoto } from "../../backend/host-photo.ts";
import type { Says } from "./queue-backend.ts";
import type { Sending } from "./queue-state.ts";

/** How long a decision may take to come into effect before the page stops saying that it is on its way. */
const ON_ITS_WAY_MS = 60_000;

/** What is being done with the photo; null: nothing is under way. */
export function underWay(photo: HostPhoto, sending: Sending | undefined, now: number): Says | null {
  if (sending !== undefined) return sending.says;
  const { decision, state } = photo;
  if (decision === null || decision.says === null || Math.abs(now - decision.at) > ON_ITS_WAY_MS) return null;
  const isDone = state === "removed" || state === (decision.says === "show" ? "shown" : "hidden");
  return isDone ? null : decision.says;
}

/** Why the photo is in its state, in one sentence; undefined where the state says it all. */
export function reasonOf(photo: HostPhoto, words: HostQueueWords): string | undefined {
  if (photo.state === "removed") return words.reasons.withdrawn;
  if (photo.state === "shown" || photo.reason === null) return undefined;
  return words.reasons[photo.reason];
}

/** The same, short enough for a card. */
export function markOf(photo: HostPhoto, words: HostQueueWords): string | undefined {
  if (photo.state === "shown" || photo.state === "removed" || photo.reason === null) return undefined;
  return words.marks[photo.reason];
}

const formats = new Map<Language, Intl.DateTimeFormat>();

/** `19:32` */
export function timeOf(at: number, language: Language): string {
  let format = formats.get(language);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    formats.set(language, format);
  }
  return format.format(at);
}
