import type { EventSettings } from "#domain/event";
import { titlesOf } from "#domain/mission";
import type { Guest, PhotoDecision, StoredPhoto } from "../ports/ceremony-store.ts";

type EventFacts = Pick<
  EventSettings,
  "title" | "language" | "opensAt" | "closesAt" | "retentionEndsAt" | "rules"
>;

export interface KeptOfGuest {
  readonly event: EventFacts;
  readonly guest: Guest;
  /** Those that were taken back included. */
  readonly photos: readonly StoredPhoto[];
  /** Of what lies beside it in the archive, by photo. */
  readonly fileNames: ReadonlyMap<string, string>;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
}

const iso = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();

/**
 * P10: everything that is kept about a guest, as JSON for people to read; absent where nothing is kept. What names
 * others stays out: hosts, and photos that are not the guest's.
 */
export function myDataOf({ event, guest, photos, fileNames, madeAt }: KeptOfGuest): string {
  const own = new Set(photos.map(({ photoId }) => photoId));
  const kept = {
    madeAt: iso(madeAt),
    event: {
      title: event.title,
      language: event.language,
      opensAt: iso(event.opensAt),
      closesAt: iso(event.closesAt),
      everythingIsDeletedAfter: iso(event.retentionEndsAt),
    },
    guest: {
      name: guest.displayName,
      nameWaitingForHost: guest.heldName,
      isNamedByHost: guest.isNamedByHost,
      reading: guest.reading,
      language: guest.language,
      isOnScreen: !guest.isOffScreen,
      isInRanking: guest.rankKey !== undefined,
      isExcludedByHost: guest.isExcluded,
      bannedAt: iso(guest.bannedAt),
      score: guest.score,
      hostsDecidedAt: iso(guest.decision?.at),
    },
    photos: photos.map((photo) => photoData(photo, event, own, fileNames.get(photo.photoId))),
  };
  return `${JSON.stringify(kept, undefined, 2)}\n`;
}

/** By name, so that whatever comes to be kept of a photo is told here or left out on purpose: the rest is nothing. */
function photoData(
  photo: StoredPhoto,
  { rules }: EventFacts,
  own: ReadonlySet<string>,
  file: string | undefined,
) {
  const {
    eventId: _event,
    guestId: _guest,
    version: _version,
    original: _key,
    image: _copy,
    ...told
  } = photo;
  const { isUntold: _untold, sentAt, leavesAt, expiresAt, missions, duplicateOf, ...plain } = told;
  const { moderationLabels, isModerationChecked, concern, decision, earlierDecisions = [], ...rest } = plain;
  const { photoId, displayName, state, reason, step, score, faces, labels, ...look } = rest;
  const { imageSetId, imageSetIndex, width, height, sizeBytes, contentHash, lookHash, ...nothing } = look;
  nothing satisfies Record<string, never>;
  return {
    file,
    photoId,
    sentAt: iso(sentAt),
    sentTogether: imageSetId && { set: imageSetId, index: imageSetIndex },
    name: displayName,
    step,
    state,
    reason,
    leavesAt: iso(leavesAt),
    score,
    faces,
    labels,
    moderation: { isChecked: isModerationChecked, labels: moderationLabels, concern },
    missionsMet: missions && titlesOf(rules.missions, missions),
    repeats: duplicateOf && (own.has(duplicateOf) ? duplicateOf : "a photo of somebody else"),
    picture: width && { width, height, sizeBytes, contentHash, lookHash },
    hostsDecided: [...earlierDecisions, ...(decision ? [decision] : [])].map(decisionData),
    everythingIsDeletedAfter: iso(expiresAt * 1_000),
  };
}

const decisionData = ({ says, at }: PhotoDecision) => ({ says: says ?? "as the rules have it", at: iso(at) });
