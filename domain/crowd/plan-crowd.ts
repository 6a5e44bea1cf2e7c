import type { Act, CrowdPlan, CrowdSize, PlannedGuest, PlannedPhoto } from "./crowd-plan.ts";
import { Dice } from "./dice.ts";

const MINUTE_MS = 60_000;

/** Shares of the crowd and its photos, as a wedding has them. */
const SHARES = {
  followers: 0.95,
  blockers: 0.1,
  inBursts: 0.4,
  sets: 0.25,
  albums: 0.1,
  unsent: 0.15,
  oldPhones: 0.2,
  sentAgain: 0.12,
};
const LARGE_CROWD = 100;

/** A picture that a crowd sends. */
export interface CrowdPicture {
  readonly name: string;
  /** How often, compared with the others. */
  readonly weight: number;
  /** Whether it can be opened and saved anew. */
  readonly isPhoto: boolean;
}

/** What a crowd is like; each list has at least one entry. */
export interface Habits {
  readonly pictures: readonly CrowdPicture[];
  readonly names: readonly string[];
  readonly languages: readonly string[];
  readonly texts: readonly string[];
  readonly postbacks: readonly string[];
  /** Some block the bot for a while. */
  readonly hasBlockers: boolean;
  /** When everybody takes out the phone at once, as parts of the whole time; missing: for moments, every other minute. */
  readonly burst?: { readonly from: number; readonly to: number };
}

/** When a guest is there, and between which times the guest has blocked the bot. */
interface Presence {
  readonly comesAtMs: number;
  readonly isFollower: boolean;
  /** How many photos this guest takes, compared with the others. */
  readonly eagerness: number;
  readonly blocked?: { readonly fromMs: number; readonly toMs: number };
}

/** Everything a crowd will do; the same for the same seed, size and habits. Throws for a crowd without guests. */
export function planCrowd(seed: number, size: CrowdSize, habits: Habits): CrowdPlan {
  if (size.guests < 1) throw new Error("a crowd has at least one guest");
  const dice = new Dice(seed);
  const lengthMs = size.minutes * MINUTE_MS;
  const presences = Array.from({ length: size.guests }, () => presenceOf(dice, lengthMs, habits));
  const guests = presences.map((_, index): PlannedGuest => ({
    displayName: `${dice.pick(habits.names)} ${index + 1}`,
    language: dice.pick(habits.languages),
  }));
  const acts = [
    ...presences.flatMap(comingsAndGoings),
    ...(size.isByCode === true ? presences.map(joining) : []),
    ...photoActs(dice, presences, { photos: size.photos, lengthMs, habits }),
    ...chatActs(dice, presences, { lengthMs, habits }),
  ];
  return { seed, size, guests, acts: acts.toSorted((a, b) => a.atMs - b.atMs) };
}

function presenceOf(dice: Dice, lengthMs: number, { hasBlockers }: Habits): Presence {
  const comesAtMs = dice.between(0, lengthMs / 5);
  const fromMs = dice.between(comesAtMs + lengthMs / 10, lengthMs * 0.7);
  const blocked = { fromMs, toMs: fromMs + dice.between(0.02, 0.25) * lengthMs };
  return {
    comesAtMs,
    isFollower: dice.chance(SHARES.followers),
    eagerness: dice.wait(1) + 0.1,
    ...(dice.chance(SHARES.blockers) && hasBlockers && { blocked }),
  };
}

function comingsAndGoings({ comesAtMs, isFollower, blocked }: Presence, guest: number): Act[] {
  const comes: Act[] = isFollower ? [{ kind: "follow", guest, atMs: comesAtMs }] : [];
  if (blocked === undefined) return comes;
  return [
    ...comes,
    { kind: "unfollow", guest, atMs: blocked.fromMs },
    { kind: "follow", guest, atMs: blocked.toMs },
  ];
}

const joining = ({ comesAtMs }: Presence, guest: number): Act => ({
  kind: "join",
  guest,
  atMs: comesAtMs + 1,
});

/** Nobody can write before coming, nor while the bot is blocked: whoever wanted to does it right afterwards. */
function possibleAt({ comesAtMs, blocked }: Presence, wishedAtMs: number): number {
  const atMs = Math.max(wishedAtMs, comesAtMs + 1);
  if (blocked === undefined || atMs < blocked.fromMs || atMs > blocked.toMs) return atMs;
  return blocked.toMs + 1;
}

interface Evening {
  readonly lengthMs: number;
  readonly habits: Habits;
}

function photoActs(
  dice: Dice,
  presences: readonly Presence[],
  { photos, lengthMs, habits }: Evening & { readonly photos: number },
): Act[] {
  const senders = presences.map((presence, guest) => ({ presence, guest }));
  const burstAt = burstsOf(dice, lengthMs, habits);
  const acts: Act[] = [];
  const planned: TakenPhoto[] = [];
  for (let sent = 0; sent < photos;) {
    const { presence, guest } = dice.weighted(senders, (sender) => sender.presence.eagerness);
    const count = dice.chance(SHARES.sets) ? Math.min(setSize(dice, photos), photos - sent) : 1;
    const pictures = Array.from({ length: count }, (_, at): PlannedPhoto => {
      const photo = planPhoto(dice, { photo: sent + at, guest, planned, habits });
      planned.push({ ...photo, guest });
      return photo;
    });
    const wishedAtMs = dice.chance(SHARES.inBursts)
      ? burstAt() + dice.wait(Math.min(2_000, lengthMs / 50))
      : dice.between(0, lengthMs);
    const atMs = possibleAt(presence, Math.min(wishedAtMs, lengthMs));
    acts.push({ kind: "photos", guest, atMs, photos: pictures, isOldPhone: dice.chance(SHARES.oldPhones) });
    acts.push(...regrets(dice, { presence, guest }, pictures, atMs, lengthMs));
    sent += count;
  }
  return acts;
}

/** In a large crowd somebody sends half the album: more than one carousel holds. */
const setSize = (dice: Dice, photos: number): number =>
  photos >= LARGE_CROWD && dice.chance(SHARES.albums) ? dice.whole(11, 15) : dice.whole(2, 4);

type TakenPhoto = PlannedPhoto & { readonly guest: number };

interface PhotoPlan {
  readonly photo: number;
  readonly guest: number;
  readonly habits: Habits;
}

/**
 * Mostly a new picture; now and then one that the guest or somebody else has planned to send. Only the guest's own is
 * saved anew: across guests that counts as another picture unless no bit differs (D3).
 */
function planPhoto(
  dice: Dice,
  { photo, guest, planned, habits }: PhotoPlan & { readonly planned: readonly TakenPhoto[] },
): PlannedPhoto {
  const canBeSaved = (one: PlannedPhoto): boolean =>
    habits.pictures.some(({ name, isPhoto }) => name === one.picture && isPhoto);
  const isOwn = dice.chance(0.6);
  const isSavedAnew = isOwn && dice.chance(0.5);
  const candidates = planned.filter(
    (one) => (one.guest === guest) === isOwn && (!isSavedAnew || canBeSaved(one)),
  );
  if (candidates.length > 0 && dice.chance(SHARES.sentAgain)) {
    const { picture, look, isSavedAnew: isAnewAlready } = dice.pick(candidates);
    return { photo, picture, look, isSavedAnew: isSavedAnew || isAnewAlready };
  }
  const { name } = dice.weighted(habits.pictures, ({ weight }) => weight);
  return { photo, picture: name, look: photo, isSavedAnew: false };
}

/** When everybody takes out the phone at once: for moments, about every other minute, or for one longer time. */
function burstsOf(dice: Dice, lengthMs: number, { burst }: Habits): () => number {
  if (burst !== undefined) return () => dice.between(burst.from * lengthMs, burst.to * lengthMs);
  const count = Math.max(1, Math.round(lengthMs / MINUTE_MS / 2));
  const moments = Array.from({ length: count }, () => dice.between(lengthMs * 0.2, lengthMs * 0.9));
  return () => dice.pick(moments);
}

/** Half of those who take a photo back do it while it is on its way. */
function regrets(
  dice: Dice,
  { presence, guest }: { readonly presence: Presence; readonly guest: number },
  photos: readonly PlannedPhoto[],
  sentAtMs: number,
  lengthMs: number,
): Act[] {
  return photos
    .filter(() => dice.chance(SHARES.unsent))
    .map(({ photo }) => {
      const afterMs = dice.chance(0.5) ? dice.between(1, 1_500) : dice.between(1_000, lengthMs + 1_001);
      return { kind: "unsend", guest, photo, atMs: possibleAt(presence, sentAtMs + afterMs) };
    });
}

function chatActs(dice: Dice, presences: readonly Presence[], { lengthMs, habits }: Evening): Act[] {
  return presences.flatMap((presence, guest) =>
    Array.from({ length: dice.whole(0, 2) }, (): Act => {
      const atMs = possibleAt(presence, dice.between(0, lengthMs));
      const kind = dice.pick(["text", "text", "sticker", "postback"] as const);
      if (kind === "text") return { kind, guest, atMs, text: dice.pick(habits.texts) };
      if (kind === "sticker") return { kind, guest, atMs };
      return { kind, guest, atMs, postback: dice.pick(habits.postbacks) };
    }),
  );
}
