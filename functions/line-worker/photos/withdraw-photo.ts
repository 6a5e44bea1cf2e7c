import { dropFromExport } from "../../shared/event-export/drop-from-export.ts";
import { Fault } from "../../shared/fault.ts";
import { guestIdOf, imageNameOf } from "../../shared/keyed-names.ts";
import { log } from "../../shared/log.ts";
import type { PhotoDraft, PhotoKey, StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import { deliveryOf, unsentDeliveryId } from "../deliveries.ts";
import { dropArchive } from "../archives/drop-archive.ts";
import type { Unsend } from "../guest-event.ts";
import { publishStanding } from "../standings/publish-standing.ts";
import { settleStanding } from "../standings/settle-standing.ts";
import { stayQuiet } from "../telling/tell-guest.ts";
import { together } from "../../shared/together.ts";
import type { WorkerPorts } from "../worker-ports.ts";

type Withdrawal = Pick<Unsend, "photoId" | "lineUserId">;

/**
 * The guest unsends. A3: first whoever reads the photo loses the right to answer it. Then the tombstone, before anything
 * is removed: a photo that is still on its way finds it.
 */
export async function unsendPhoto(ports: WorkerPorts, unsend: Unsend): Promise<void> {
  await refuseLater(ports, unsend.photoId);
  await withdrawPhoto(ports, unsend);
}

/** A3 */
export async function refuseLater(ports: WorkerPorts, photoId: string): Promise<void> {
  await stayQuiet(ports, { replyId: photoId });
  await ports.store.claimDelivery(deliveryOf(unsentDeliveryId(photoId), "unsent", ports.clock()));
}

/** P3: takes a photo out of everything: files, ranking, boards, caches. Can be repeated. */
export async function withdrawPhoto(
  ports: WorkerPorts,
  withdrawal: Withdrawal,
  knownKey?: PhotoKey,
): Promise<void> {
  const key = knownKey ?? (await findPhoto(ports, withdrawal));
  if (key !== undefined) await withdrawKnown(ports, key);
}

export async function withdrawKnown(ports: WorkerPorts, key: PhotoKey): Promise<void> {
  const known = await ports.store.photo(key);
  const wasSeen = await takeOut(ports, key, known);
  if (known === undefined || wasSeen === undefined) return;
  await dropArchive(ports, key);
  await dropFromExport(ports, key.eventId, { sentAts: [known.sentAt], isGuest: false });
  const { hasChanged } = await settleStanding(ports, key);
  if (wasSeen || hasChanged) await publishStanding(ports, key);
}

/** Everything but the guest's standing. Whether boards may know the photo; `undefined`: there was none. */
export async function takeOut(
  ports: WorkerPorts,
  key: PhotoKey,
  known: StoredPhoto | undefined,
  own?: readonly StoredPhoto[],
): Promise<boolean | undefined> {
  const { photos, store, copyCache, guestIdKey } = ports;
  const image = known?.image ?? imageNameOf(guestIdKey, key.photoId);
  await together([photos.withdrawCopies(image), photos.deletePictures(key)]);
  if (known !== undefined) await recheckRepetitions(ports, known, own);
  const before = await removePhoto(ports, key, known);
  if (before === undefined) return undefined;
  if (before !== "removed") log.info("photo-withdrawn", { photo: key.photoId });
  // Never seen: the boards must not even hear that it existed. Removed before: the last try may have got stuck here.
  const wasSeen = before === "shown" || before === "removed";
  if (wasSeen) await together([store.publishShownPhoto(key), copyCache.forget(image)]);
  return wasSeen;
}

/** By then the photo is gone, or the withdrawal is tried again and asks for it again. */
const RECHECK_SECONDS = 5;

/**
 * D5: what was sent after it counts again, unless yet another photo came before that. The guest's own photos are settled
 * at once, but who else sent the same is found only here.
 */
async function recheckRepetitions(
  { store, queue }: WorkerPorts,
  { contentHash, lookHash, ...photo }: StoredPhoto,
  knownOwn?: readonly StoredPhoto[],
): Promise<void> {
  if (contentHash === undefined) return;
  const fingerprint = { contentHash, ...(lookHash !== undefined && { lookHash }) };
  const [own, alike] = await together([
    knownOwn ?? store.photosOfGuest(photo),
    store.photosLike(photo.eventId, fingerprint),
  ] as const);
  const others = alike.filter(({ guestId }) => guestId !== photo.guestId);
  for (const { eventId, guestId, photoId, duplicateOf } of [...own, ...others]) {
    if (duplicateOf === photo.photoId)
      await queue.send({ kind: "recheck", eventId, guestId, photoId }, RECHECK_SECONDS);
  }
}

/** In the event where the guest plays now or, by the photo's id, in an earlier one; only the guest's own. */
async function findPhoto(ports: WorkerPorts, withdrawal: Withdrawal): Promise<PhotoKey | undefined> {
  const { store, guestIdKey } = ports;
  const { photoId, lineUserId } = withdrawal;
  const keyIn = (eventId: string): PhotoKey => ({
    eventId,
    guestId: guestIdOf(guestIdKey, eventId, lineUserId),
    photoId,
  });
  const elsewhere = await store.photoById(photoId);
  if (elsewhere !== undefined && elsewhere.guestId === keyIn(elsewhere.eventId).guestId)
    return keyIn(elsewhere.eventId);
  const person = await store.person(lineUserId);
  return person?.eventId === undefined ? undefined : keyIn(person.eventId);
}

const TRIES = 10;

/** Gives back what the photo was before; `undefined` when there was none. */
async function removePhoto(
  { store }: WorkerPorts,
  key: PhotoKey,
  known: StoredPhoto | undefined,
): Promise<StoredPhoto["state"] | undefined> {
  let latest = known;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (latest === undefined || latest.state === "removed") return latest?.state;
    if (await store.savePhoto(removed(latest), latest.version)) return latest.state;
    latest = await store.photo(key);
  }
  throw new Fault("store-conflict", "savePhoto");
}

/** Nothing remains but that there was a photo, so that nothing late revives it. */
function removed({
  eventId,
  guestId,
  photoId,
  displayName,
  sentAt,
  step,
  imageSetId,
  imageSetIndex,
  expiresAt,
}: StoredPhoto): PhotoDraft {
  return {
    eventId,
    guestId,
    photoId,
    displayName,
    sentAt,
    step,
    state: "removed",
    reason: "withdrawn",
    score: 0,
    // A4: its set waits for it no longer.
    ...(imageSetId !== undefined && { imageSetId }),
    ...(imageSetIndex !== undefined && { imageSetIndex }),
    expiresAt,
  };
}
