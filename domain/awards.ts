import type { Face } from "./face.ts";
import { type AwardId, awardIds } from "./award-id.ts";
import { type FacePoints, type ScoringRules, scorePhoto, toTenths } from "./scoring.ts";

/** A shown photo of a guest who may have a place, as far as awards are made of it. */
export interface AwardPhoto {
  readonly photoId: string;
  readonly guestId: string;
  readonly displayName: string;
  /** LINE's time stamp of the message, milliseconds since the epoch. */
  readonly sentAt: number;
  readonly score: number;
  /** W2: as `awardFaces` counts them. */
  readonly faceCount: number;
  /** Ids of the missions that it meets. */
  readonly missions: readonly string[];
}

/** W9 */
export interface AwardWishes {
  /** Missing: all of them, in their usual order. */
  readonly chosen?: readonly AwardId[];
  /** Guests who are passed over. */
  readonly skipped?: readonly string[];
  readonly isOnePerGuest?: boolean;
}

/** What a guest earns an award with. */
interface Claim {
  readonly guestId: string;
  readonly displayName: string;
  /** The picture that goes with it. */
  readonly photoId: string;
  /** Points, faces or missions, as the award counts. */
  readonly value: number;
  /** W1: when the guest got there, milliseconds since the epoch. */
  readonly reachedAt: number;
}

export interface Award extends Claim {
  readonly award: AwardId;
}

/** W3, W4, W8: from how many faces on. */
const TABLE_FACES = 4;
const PAIR_FACES = 2;
const GROUP_FACES = 3;
const LEAST_PHOTOS = 2;

/** W1, W9: the awards that somebody earned, in the order in which they were chosen. */
export function awardsOf(photos: readonly AwardPhoto[], wishes: AwardWishes = {}): readonly Award[] {
  const { chosen = awardIds, skipped = [], isOnePerGuest = false } = wishes;
  const passedOver = new Set(skipped);
  const inOrder = photos.filter(({ guestId }) => !passedOver.has(guestId)).toSorted(earlierFirst);
  const byGuest = [...guestsOf(inOrder).values()];
  const awarded = new Set<string>();
  const awards: Award[] = [];
  for (const award of new Set(chosen)) {
    const claims = claimsOf[award](inOrder, byGuest);
    const free = isOnePerGuest ? claims.filter(({ guestId }) => !awarded.has(guestId)) : claims;
    const claim = bestOf(free) ?? bestOf(claims);
    if (claim === null) continue;
    awarded.add(claim.guestId);
    awards.push({ award, ...claim });
  }
  return awards;
}

/** W2: how many faces a picture has for an award. */
export function awardFaces(faces: readonly Face[], rules: ScoringRules = {}): number {
  const isThere = ({ dropped }: FacePoints) => dropped === undefined || dropped === "beyond-cap";
  return scorePhoto(faces, rules).faces.filter(isThere).length;
}

/** Photos from the first to the last, and the same guest by guest. */
type Claims = (
  photos: readonly AwardPhoto[],
  byGuest: readonly (readonly AwardPhoto[])[],
) => readonly Claim[];

const claimsOf: Readonly<Record<AwardId, Claims>> = {
  "happiest-table": (photos) => scored(photos.filter(({ faceCount }) => faceCount >= TABLE_FACES)),
  "best-pair": (photos) => scored(photos.filter(({ faceCount }) => faceCount === PAIR_FACES)),
  "biggest-group": (photos) =>
    photos.filter(({ faceCount }) => faceCount >= GROUP_FACES).map((photo) => claim(photo, photo.faceCount)),
  "first-smile": (photos) => scored(photos).slice(0, 1),
  comeback: (_, byGuest) => byGuest.flatMap(comebackOf),
  "most-missions": (_, byGuest) => byGuest.flatMap(missionsOf),
  "most-faces": (_, byGuest) => byGuest.flatMap(facesOf),
};

function scored(photos: readonly AwardPhoto[]): readonly Claim[] {
  return photos.filter(({ score }) => score > 0).map((photo) => claim(photo, photo.score));
}

/** W5 */
function comebackOf(photos: readonly AwardPhoto[]): readonly Claim[] {
  const [first] = photos;
  const best = highest(photos, ({ score }) => score);
  if (first === undefined || best === undefined || best.score <= first.score) return [];
  return [claim(best, toTenths(best.score - first.score))];
}

/** W6 */
function missionsOf(photos: readonly AwardPhoto[]): readonly Claim[] {
  const met = new Set<string>();
  let last: AwardPhoto | undefined;
  for (const photo of photos) {
    const before = met.size;
    for (const mission of photo.missions) met.add(mission);
    if (met.size > before) last = photo;
  }
  return last === undefined ? [] : [claim(last, met.size)];
}

/** W8 */
function facesOf(photos: readonly AwardPhoto[]): readonly Claim[] {
  const withFaces = photos.filter(({ faceCount }) => faceCount > 0);
  const picture = highest(withFaces, ({ faceCount }) => faceCount);
  const last = withFaces.at(-1);
  if (picture === undefined || last === undefined || withFaces.length < LEAST_PHOTOS) return [];
  const value = withFaces.reduce((sum, { faceCount }) => sum + faceCount, 0);
  return [{ ...claim(picture, value), reachedAt: last.sentAt }];
}

function claim({ guestId, displayName, photoId, sentAt }: AwardPhoto, value: number): Claim {
  return { guestId, displayName, photoId, value, reachedAt: sentAt };
}

/** Of equal ones the first. */
function highest(
  photos: readonly AwardPhoto[],
  valueOf: (photo: AwardPhoto) => number,
): AwardPhoto | undefined {
  return photos.reduce<AwardPhoto | undefined>(
    (found, photo) => (found === undefined || valueOf(photo) > valueOf(found) ? photo : found),
    undefined,
  );
}

/** W1 */
function bestOf(claims: readonly Claim[]): Claim | null {
  return claims.reduce<Claim | null>(
    (found, next) => (found === null || isBetter(next, found) ? next : found),
    null,
  );
}

function isBetter(a: Claim, b: Claim): boolean {
  if (a.value !== b.value) return a.value > b.value;
  return a.reachedAt < b.reachedAt || (a.reachedAt === b.reachedAt && a.photoId < b.photoId);
}

function earlierFirst(a: AwardPhoto, b: AwardPhoto): number {
  return a.sentAt - b.sentAt || (a.photoId < b.photoId ? -1 : 1);
}

function guestsOf(photos: readonly AwardPhoto[]): ReadonlyMap<string, readonly AwardPhoto[]> {
  const guests = new Map<string, AwardPhoto[]>();
  for (const photo of photos) {
    const own = guests.get(photo.guestId);
    if (own === undefined) guests.set(photo.guestId, [photo]);
    else own.push(photo);
  }
  return guests;
}
