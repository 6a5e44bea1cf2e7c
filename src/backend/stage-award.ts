import { awardIds } from "#domain/award-id";
import type { StageAward } from "#domain/stage";
import { number, oneOf, record, text } from "./parse.ts";

export const STAGE_AWARD = "award guestId photoId value";

/** Throws on anything that is not a side prize. */
export function parseStageAward(value: unknown): StageAward {
  const source = record(value, "award");
  return {
    award: oneOf(source, "award", awardIds),
    guestId: text(source, "guestId"),
    photoId: text(source, "photoId"),
    value: number(source, "value"),
  };
}
