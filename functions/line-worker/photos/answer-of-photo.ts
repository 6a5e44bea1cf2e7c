import type { EventSettings } from "#domain/event";
import type { EventRules } from "#domain/event-rules";
import type { Language } from "#domain/language";
import { titlesOf } from "#domain/mission";
import { placeOf } from "#domain/ranking";
import { scorePhoto } from "#domain/scoring";
import { scoreKey, type Standing } from "#domain/standing";
import { explainBriefly } from "#domain/words/explanation";
import type { Refusal } from "#domain/words/bot-words";
import type { StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import type { PhotoAnswer, ScoreFacts } from "../../shared/ports/guest-messenger.ts";
import { toldReason } from "../telling/told-reason.ts";
import type { WorkerPorts } from "../worker-ports.ts";

/** What the answer to a photo depends on besides the photo. */
export interface Circumstances {
  readonly event: EventSettings;
  readonly rules: EventRules;
  readonly language: Language;
  readonly standing: Standing;
  /** Missing: without a place. */
  readonly place?: number;
}

/** What became of a photo, for its guest. */
export function answerOf(photo: StoredPhoto, about: Circumstances): PhotoAnswer {
  if (photo.state !== "shown") return quietAnswer(photo, about);
  const { language, rules, standing, place } = about;
  const { best, photos } = standing;
  return {
    kind: "score",
    language,
    ...scoreFacts(photo, rules, language),
    image: photo.image ?? "",
    width: photo.width ?? 1,
    height: photo.height ?? 1,
    ...(best !== undefined && photos > 1 && { best: best.score }),
    ...(place !== undefined && { place }),
  };
}

/** R6: `undefined` for who has none. */
export async function placeIn(
  { store }: Pick<WorkerPorts, "store">,
  eventId: string,
  { score }: Standing,
): Promise<number | undefined> {
  if (score === undefined) return undefined;
  const { above, isComplete, ladder } = await store.place(eventId, scoreKey(score));
  return placeOf(score, above, isComplete, ladder);
}

/** S7, C1: how the photo did, and why. */
function scoreFacts(photo: StoredPhoto, { scoring, missions }: EventRules, language: Language): ScoreFacts {
  const faces = photo.faces ?? [];
  const scored = scorePhoto(faces, scoring);
  return {
    photoId: photo.photoId,
    score: photo.score,
    faces: faces.length,
    counted: scored.faces.filter(({ dropped }) => dropped === undefined).length,
    why: explainBriefly(scored, scoring, language),
    missions: titlesOf(missions, photo.missions),
  };
}

function quietAnswer(photo: StoredPhoto, { rules, language, event }: Circumstances): PhotoAnswer {
  const { reason } = photo;
  const refusal = toldReason(reason) ?? otherRefusals.get(reason);
  if (refusal !== undefined)
    return { kind: "refused", language, reason: refusal, event: { ...event, rules } };
  return { kind: "waiting", language, ...scoreFacts(photo, rules, language) };
}

/** What only the answer to the photo itself says. */
const otherRefusals: ReadonlyMap<StoredPhoto["reason"], Refusal> = new Map([
  ["banned", "banned"],
  ["hidden-by-host", "blocked"],
]);
