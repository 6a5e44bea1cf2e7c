import { titlesOf } from "#domain/mission";
import { describeError } from "../../shared/fault.ts";
import { guestIdOf } from "../../shared/keyed-names.ts";
import { log } from "../../shared/log.ts";
import type { PhotoDraft, StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import type { EarlierResult } from "../../shared/ports/guest-messenger.ts";
import { deliveryOf, laterDeliveryId } from "../deliveries.ts";
import { eventIdAt } from "../guests/find-event.ts";
import type { Sender } from "../guest-event.ts";
import { toldReason } from "./told-reason.ts";
import type { WorkerPorts } from "../worker-ports.ts";

/** What fits well into one message; the others wait for the reply after it. */
const MOST_RESULTS = 10;

/** All photos of a guest in the event where the guest played then. */
export async function photosOfSender(
  { store, guestIdKey }: Pick<WorkerPorts, "store" | "guestIdKey">,
  { lineUserId, sentAt }: Pick<Sender, "lineUserId" | "sentAt">,
): Promise<readonly StoredPhoto[]> {
  const eventId = eventIdAt(await store.person(lineUserId), sentAt);
  if (eventId === undefined) return [];
  return store.photosOfGuest({ eventId, guestId: guestIdOf(guestIdKey, eventId, lineUserId) });
}

/**
 * A2: the results that their guest has not heard yet, oldest first. Of several replies at the same moment one takes
 * a result: the photo's own version could not tell, because all of them would write the same row (decision 1). What a
 * fault keeps from being taken waits on.
 */
export async function takeEarlierResults(
  { store, clock }: Pick<WorkerPorts, "store" | "clock">,
  photos: readonly StoredPhoto[],
): Promise<readonly EarlierResult[]> {
  const untold = photos.filter(({ isUntold }) => isUntold).toSorted((a, b) => a.sentAt - b.sentAt);
  const results: EarlierResult[] = [];
  for (const photo of untold.slice(0, MOST_RESULTS)) {
    try {
      const result = resultOf(photo, await metMissions(store, photo));
      const claim = deliveryOf(laterDeliveryId(photo.photoId), "later", clock());
      if ((await store.claimDelivery(claim)) && result !== undefined) results.push(result);
      // Also after somebody else's claim, who may have died before this.
      await store.savePhoto(told(photo), photo.version);
    } catch (error) {
      log.warn("earlier-result-not-taken", describeError(error));
    }
  }
  return results;
}

const told = ({ isUntold: _isUntold, ...photo }: StoredPhoto): PhotoDraft => photo;

/** The missions' titles are the event's. */
async function metMissions(
  { event }: Pick<WorkerPorts["store"], "event">,
  { eventId, missions }: StoredPhoto,
): Promise<readonly string[]> {
  return missions === undefined ? [] : titlesOf((await event(eventId))?.rules.missions ?? [], missions);
}

/** `undefined`: what a host took down since, nobody has to hear about. */
function resultOf(
  { state, reason, score }: StoredPhoto,
  missions: readonly string[],
): EarlierResult | undefined {
  if (state === "shown") return { kind: "score", score, missions };
  if (state === "pending") return { kind: "waiting", score, missions };
  const refusal = toldReason(reason);
  return refusal && { kind: "refused", reason: refusal };
}
