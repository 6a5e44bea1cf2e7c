import type { CrowdPlan } from "#domain/crowd/crowd-plan";
import { seedRules } from "#domain/event-rules";
import type { RehearsalProgress } from "#domain/rehearsal-progress";
import type { GuestKey, StoredPhoto } from "../shared/ports/ceremony-store.ts";
import { together } from "../shared/together.ts";
import type { RehearsalWorld } from "./audit-rehearsal.ts";
import type { CrowdPorts } from "./crowd-ports.ts";

/** As many guests as a rehearsal has at most, and more. */
const MOST_RANKED = 2_000;

/** Everything that is there of a rehearsal now. */
export async function lookAtRehearsal(
  { store, files }: Pick<CrowdPorts, "store" | "files">,
  { rehearsalId, readsForReal, undelivered }: RehearsalProgress,
  plan: CrowdPlan,
): Promise<RehearsalWorld> {
  const [photos, calls, ranked, event] = await together([
    photosOf(store, rehearsalId),
    files.calls(rehearsalId),
    store.topGuests(rehearsalId, MOST_RANKED),
    store.event(rehearsalId),
  ] as const);
  const rankKeys = ranked.map(({ rankKey }) => rankKey);
  const { standing = seedRules.standing } = event?.rules ?? {};
  const world = { rehearsalId, readsForReal, plan, undelivered, photos, calls, rankKeys, standing };
  return { ...world, unranked: await unrankedOf(store, rehearsalId, world) };
}

async function photosOf(store: CrowdPorts["store"], eventId: string): Promise<readonly StoredPhoto[]> {
  const photos: StoredPhoto[] = [];
  let nextToken: string | undefined;
  do {
    const page = await store.photosOfEvent(eventId, nextToken);
    photos.push(...page.photos);
    ({ nextToken } = page);
  } while (nextToken !== undefined);
  return photos;
}

/** R4: of those who have a shown photo and no place. */
async function unrankedOf(
  store: CrowdPorts["store"],
  eventId: string,
  { photos, rankKeys }: Pick<RehearsalWorld, "photos" | "rankKeys">,
): Promise<readonly string[]> {
  const ranked = new Set(rankKeys.map((key) => key.slice(key.lastIndexOf("#") + 1)));
  const shown = new Set(photos.filter(({ state }) => state === "shown").map(({ guestId }) => guestId));
  const unranked: string[] = [];
  for (const guestId of shown) {
    if (!ranked.has(guestId) && (await isOut(store, { eventId, guestId }))) unranked.push(guestId);
  }
  return unranked;
}

async function isOut(store: CrowdPorts["store"], key: GuestKey): Promise<boolean> {
  const guest = await store.guest(key);
  return (
    guest !== undefined &&
    (guest.isExcluded || guest.isOffScreen || guest.bannedAt !== undefined || guest.erasedAt !== undefined)
  );
}
