import { describeError } from "../../shared/fault.ts";
import { log } from "../../shared/log.ts";
import type { StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import type { Answer } from "../../shared/ports/guest-messenger.ts";
import { deliveryOf, replyDeliveryId } from "../deliveries.ts";
import { photosOfSender, takeEarlierResults } from "./earlier-results.ts";
import { findEvent } from "../guests/find-event.ts";
import { type Sender, setReplyId } from "../guest-event.ts";
import { pushToGuest } from "./push-to-guest.ts";
import { said } from "./said.ts";
import type { WorkerPorts } from "../worker-ports.ts";

type TellPorts = Pick<WorkerPorts, "store" | "messenger" | "allowance" | "clock" | "guestIdKey">;

/** LINE promises no more. */
const TOKEN_LIVES_MS = 60_000;

/**
 * A1: one answer for one event. The attempt is recorded before it is sent and never repeated. True: LINE took it.
 * False: something else was told, or nobody knows what; the result of a photo then waits for the guest's next reply,
 * where results that waited before stand above `answer` (A2). A5: some that come too late for a reply are pushed.
 * `photos` are all of the guest, if they are known.
 */
export async function tellGuest(
  ports: TellPorts,
  to: Sender,
  answer: Answer,
  photos?: readonly StoredPhoto[],
): Promise<boolean> {
  return (await tryToTell(ports, to, answer, photos)) === "told";
}

/** `lost`: somebody else had the right to answer. `untold`: nobody knows whether it arrived, or it did not. */
export type Telling = "told" | "untold" | "lost";

/** The same, for who has to know why nothing was told. */
export async function tryToTell(
  ports: TellPorts,
  to: Sender,
  answer: Answer,
  photos?: readonly StoredPhoto[],
): Promise<Telling> {
  const { store, clock } = ports;
  // Without a token LINE wants no answer from us: somebody else leads this chat now (`standby`).
  if (to.replyToken === undefined) return "untold";
  const mayCost = await mayCostMoney(ports, to);
  // What is still to come can be pushed as long as nothing was attempted.
  if (mayCost && isFirstWord(answer)) return "untold";
  const known = photos ?? (await photosOfSender(ports, to));
  const isPushed = mayCost && known.some(({ photoId }) => photoId === to.photoId);
  const others = known.filter((photo) => !isAbout(to, photo));
  const claim = deliveryOf(replyDeliveryId(to.replyId), isPushed ? "push" : "reply", clock());
  if (!(await store.claimDelivery(claim))) return "lost";
  try {
    const isTold = isPushed
      ? await pushToGuest(ports, to, answer, others)
      : await replyToGuest(ports, { ...to, replyToken: to.replyToken }, answer, others);
    return isTold ? "told" : "untold";
  } catch (error) {
    // Whether it arrived is unknown; trying the whole event again could not tell it any more.
    log.warn(isPushed ? "push-unknown" : "reply-unknown", { ...said(to, answer), ...describeError(error) });
    return "untold";
  }
}

/** Whether the answer itself says that more is to come. */
const isFirstWord = (answer: Answer): boolean =>
  answer.kind === "received" || (answer.kind === "set" && answer.stillReading > 0);

/** Whether the answer is the photo's own, so that it is no earlier result (A2). */
const isAbout = ({ photoId, replyId }: Sender, photo: StoredPhoto): boolean =>
  photo.photoId === photoId || (photo.imageSetId !== undefined && replyId === setReplyId(photo.imageSetId));

/** A5: whether a reply would certainly come too late, in an event whose guests may be told all the same. */
async function mayCostMoney(
  ports: TellPorts,
  { isRedelivery, sentAt, lineUserId }: Sender,
): Promise<boolean> {
  if (isRedelivery === true || ports.clock() - sentAt <= TOKEN_LIVES_MS) return false;
  const { event } = await findEvent(ports, lineUserId, sentAt);
  return event?.allowsPaidMessages === true;
}

async function replyToGuest(
  ports: TellPorts,
  to: Sender & { readonly replyToken: string },
  answer: Answer,
  photos: readonly StoredPhoto[],
): Promise<boolean> {
  const { messenger, clock } = ports;
  const outcome = await messenger.reply(to.replyToken, answer, await takeEarlierResults(ports, photos));
  const about = said(to, answer);
  if (outcome.kind === "sent") log.info("guest-told", { ...about, afterMs: clock() - to.sentAt });
  if (outcome.kind === "expired") log.warn("reply-expired", about);
  if (outcome.kind === "refused") log.error("reply-refused", { ...about, status: outcome.status });
  return outcome.kind === "sent";
}

/** Takes the one answer of an event away, so that a later reminder stays silent too. */
export async function stayQuiet(
  { store, clock }: Pick<WorkerPorts, "store" | "clock">,
  to: Pick<Sender, "replyId">,
): Promise<void> {
  await store.claimDelivery(deliveryOf(replyDeliveryId(to.replyId), "silence", clock()));
}
