import { titlesOf } from "#domain/mission";
import { seedRules } from "#domain/event-rules";
import type { PhotoDecision, StoredPhoto } from "../shared/ports/ceremony-store.ts";
import type { HostedEvent } from "../shared/ports/event-store.ts";

const iso = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();

/**
 * Everything that is kept about a photo, as JSON for programs; absent where nothing is kept. By name, so that whatever comes to be kept of a photo is told here or left out on purpose: the rest is nothing. `file`
 * is missing where there is no picture; `part` is the archive's number.
 */
export function photoRow(
  photo: StoredPhoto,
  { rules = seedRules }: Pick<HostedEvent, "rules">,
  place: { readonly file: string | undefined; readonly part: number },
) {
  const {
    eventId: _event,
    version: _version,
    original: _key,
    image: _copy,
    isUntold: _untold,
    leavesAt: _leavesAt,
    expiresAt: _expiry,
    ...told
  } = photo;
  const { photoId, guestId, displayName, sentAt, step, state, reason, score, faces, labels, ...more } = told;
  const { moderationLabels, isModerationChecked, concern, decision, earlierDecisions = [], ...rest } = more;
  const { missions, duplicateOf, imageSetId, imageSetIndex, ...look } = rest;
  const { width, height, sizeBytes, contentHash, lookHash, ...nothing } = look;
  nothing satisfies Record<string, never>;
  return {
    photoId,
    guestId,
    name: displayName,
    ...place,
    sentAt: iso(sentAt),
    sentTogether: imageSetId && { set: imageSetId, index: imageSetIndex },
    step,
    state,
    reason,
    score,
    faces: faces ?? [],
    labels,
    moderation: { isChecked: isModerationChecked, labels: moderationLabels, concern },
    missionsMet: titlesOf(rules.missions, missions ?? []),
    repeats: duplicateOf,
    picture: width && { width, height, sizeBytes, contentHash, lookHash },
    hostsDecided: [...earlierDecisions, ...(decision ? [decision] : [])].map(decisionRow),
  };
}

const decisionRow = ({ says, by, at }: PhotoDecision) => ({
  says: says ?? "as the rules have it",
  by,
  at: iso(at),
});
