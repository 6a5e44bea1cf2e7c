import type { EventRules } from "#domain/event-rules";
import type { Language } from "#domain/language";
import { titlesOf } from "#domain/mission";
import { placeOf } from "#domain/ranking";
import { scorePhoto } from "#domain/scoring";
import { scoreKey, type Standing } from "#domain/standing";
import { explainBriefly } from "#domain/words/explanation";
import { log } from "../shared/log.ts";
import type { StoredPhoto } from "../shared/ports/ceremony-store.ts";
import type { Answer, ScoreFacts } from "../shared/ports/guest-messenger.ts";
import type { Admitted } from "./admit-guest.ts";
import type { Sender } from "./guest-event.ts";
import { markAnswered } from "./mark-answered.ts";
import { publishStanding } from "./publish-standing.ts";
import { settleStanding } from "./settle-standing.ts";
import { tellGuest } from "./tell-guest.ts";
import { together } from "../shared/together.ts";
import type { WorkerPorts } from "./worker-ports.ts";

/** What follows from a photo that was read: the standing, the boards, the guest's answer. */
export async function finishPhoto(
  ports: WorkerPorts,
  read: StoredPhoto,
  { guest, event }: Admitted,
  to: Sender,
): Promise<void> {
  if (read.state === "removed" || read.step === "answered") return;
  const { photos, standing, rules, hasChanged } = await settleStanding(ports, read);
  const photo = photos.find(({ photoId }) => photoId === read.photoId) ?? read;
  if (photo.state === "removed") return;
  if (photo.state === "shown") {
    const [answer] = await together([
      scoreAnswer(ports, photo, { standing, rules }, guest.language),
      ports.store.publishShownPhoto(photo),
      publishStanding(ports, photo),
    ] as const);
    log.info("photo-published", { photo: photo.photoId });
    // Last: a failure of the others brings the photo back, and then nobody would know whether the guest was told.
    return markAnswered(ports, photo, await tellGuest(ports, to, answer, photos));
  }
  // Not shown: the boards have nothing to hear, unless it changed what the guest's other photos are.
  if (hasChanged) await publishStanding(ports, photo);
  const answer = quietAnswer(photo, rules, guest.language, event);
  await markAnswered(ports, photo, await tellGuest(ports, to, answer, photos));
}

async function scoreAnswer(
  { store }: Pick<WorkerPorts, "store">,
  photo: StoredPhoto,
  { standing, rules }: { readonly standing: Standing; readonly rules: EventRules },
  language: Language,
): Promise<Answer> {
  const { score, best, photos } = standing;
  const card = {
    kind: "score",
    language,
    ...scoreFacts(photo, rules, language),
    image: photo.image ?? "",
    width: photo.width ?? 1,
    height: photo.height ?? 1,
    ...(best !== undefined && photos > 1 && { best: best.score }),
  } as const;
  if (score === undefined) return card;
  const { above, isComplete, ladder } = await store.place(photo.eventId, scoreKey(score));
  const place = placeOf(score, above, isComplete, ladder);
  return { ...card, place };
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

function quietAnswer(
  photo: StoredPhoto,
  rules: EventRules,
  language: Language,
  event: Admitted["event"],
): Answer {
  switch (photo.reason) {
    case "no-face":
    case "unreadable":
    case "unsupported-type":
    case "too-large":
    case "duplicate":
    case "blocked":
    case "banned":
    case "off-screen":
    case "over-limit":
      return { kind: "refused", language, reason: photo.reason, event: { ...event, rules } };
    case "hidden-by-host":
      return { kind: "refused", language, reason: "blocked", event };
    default:
      return { kind: "waiting", language, ...scoreFacts(photo, rules, language) };
  }
}
