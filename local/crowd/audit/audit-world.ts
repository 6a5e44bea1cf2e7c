import type { Sent } from "../sent.ts";
import type { Check } from "./check.ts";
import { check } from "./check.ts";
import { joinEvening } from "./evening.ts";
import { fileChecks } from "./file-checks.ts";
import { publishedChecks, repairedRows } from "./published-checks.ts";
import { rankedChecks } from "./ranked-checks.ts";
import { repeatChecks } from "./repeat-checks.ts";
import { type ReplyRules, repliedChecks } from "./replied-checks.ts";
import { storedChecks } from "./stored-checks.ts";
import type { World } from "./world.ts";

export interface Counts {
  readonly sent: number;
  /** Photos whose picture was sent before; how many of them are duplicates in the end depends on what is taken back. */
  readonly repeated: number;
  readonly accepted: number;
  readonly unsent: number;
  readonly stored: number;
  readonly shown: number;
  readonly duplicates: number;
  /** Messages, photos included, whose answer never arrived: only those that were tried and got lost. */
  readonly unheard: number;
  /** Messages of subscriptions; rows that the last re-read of the screen repaired. */
  readonly heard: number;
  readonly repaired: number;
  readonly reconnects: number;
  /** Resting in dead-letter queues: not lost. */
  readonly deadLetters: number;
}

export interface Audit {
  readonly counts: Counts;
  readonly checks: readonly Check[];
  readonly isClean: boolean;
}

/** Compares what was sent with what is stored, ranked, published, replied and kept in files. */
export function auditWorld(sent: Sent, world: World, rules: ReplyRules): Audit {
  const evening = joinEvening(sent, world);
  const checks = [
    ...storedChecks(evening),
    ...repeatChecks(evening),
    ...rankedChecks(evening),
    ...publishedChecks(evening, rules.isHealthy),
    ...repliedChecks(evening, rules),
    ...fileChecks(evening),
    check("the queues are empty", [world.waiting], (count) =>
      count === 0 ? undefined : `${count} messages`,
    ),
  ];
  const { photos, chats } = evening;
  const isUnheard = photos.filter(({ isAccepted, tombstone }) => isAccepted && tombstone === undefined);
  const rows = photos.flatMap((photo) => photo.rows);
  const counts: Counts = {
    sent: photos.length,
    repeated: photos.length - new Set(photos.map((photo) => photo.sent.contentHash)).size,
    accepted: photos.filter(({ isAccepted }) => isAccepted).length,
    unsent: photos.filter((photo) => photo.sent.isUnsent).length,
    stored: rows.length,
    shown: rows.filter(({ state }) => state === "shown").length,
    duplicates: rows.filter(({ reason }) => reason === "duplicate").length,
    unheard: [...isUnheard, ...chats.filter(({ isAccepted }) => isAccepted)].filter(
      ({ replies }) => replies.length === 0,
    ).length,
    heard: world.testimony.heard.length,
    repaired: repairedRows(world.testimony),
    reconnects: world.testimony.reconnects,
    deadLetters: world.deadLetters,
  };
  return { counts, checks, isClean: checks.every(({ violations }) => violations.length === 0) };
}
