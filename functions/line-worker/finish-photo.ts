import type { Language } from "#domain/language";
import { placeOf } from "#domain/ranking";
import { scoreKey, type Standing } from "#domain/standing";
import { log } from "../shared/log.ts";
import type { StoredPhoto } from "../shared/ports/ceremony-store.ts";
import type { Answer } from "../shared/ports/guest-messenger.ts";
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
  photo: StoredPhoto,
  { guest, event }: Admitted,
  to: Sender,
): Promise<void> {
  if (photo.state === "removed" || photo.step === "answered") return;
  if (photo.state === "shown") {
    const { standing, photos } = await settleStanding(ports, photo);
    const [answer] = await together([
      scoreAnswer(ports, photo, standing, guest.language),
      ports.store.publishShownPhoto(photo),
      publishStanding(ports, photo),
    ] as const);
    log.info("photo-published", { photo: photo.photoId });
    // Last: a failure of the others brings the photo back, and then nobody would know whether the guest was told.
    return markAnswered(ports, photo, await tellGuest(ports, to, answer, photos));
  }
  // Never shown: the boards have nothing to hear about it.
  const answer = quietAnswer(photo, guest.language, event);
  await markAnswered(ports, photo, await tellGuest(ports, to, answer));
}

async function scoreAnswer(
  { store }: Pick<WorkerPorts, "store">,
  photo: StoredPhoto,
  standing: Standing,
  language: Language,
): Promise<Answer> {
  const facts = {
    photoId: photo.photoId,
    score: photo.score,
    faces: photo.faces?.length ?? 0,
    why: [],
    missions: [],
  };
  const card = {
    kind: "score",
    language,
    ...facts,
    image: photo.image ?? "",
    width: photo.width ?? 1,
    height: photo.height ?? 1,
    ...(standing.score !== undefined && standing.photos > 1 && { best: standing.score }),
  } as const;
  if (standing.score === undefined) return card;
  const { above, isComplete, ladder } = await store.place(photo.eventId, scoreKey(standing.score));
  const place = placeOf(standing.score, above, isComplete, ladder);
  return { ...card, place };
}

function quietAnswer(photo: StoredPhoto, language: Language, event: Admitted["event"]): Answer {
  switch (photo.reason) {
    case "no-face":
    case "unreadable":
    case "unsupported-type":
    case "too-large":
    case "duplicate":
    case "blocked":
      return { kind: "refused", language, reason: photo.reason, event };
    default:
      return {
        kind: "waiting",
        language,
        photoId: photo.photoId,
        score: photo.score,
        faces: photo.faces?.length ?? 0,
        why: [],
        missions: [],
      };
  }
}
