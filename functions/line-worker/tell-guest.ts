import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import type { StoredPhoto } from "../shared/ports/ceremony-store.ts";
import type { Answer } from "../shared/ports/guest-messenger.ts";
import { deliveryOf, replyDeliveryId } from "./deliveries.ts";
import { photosOfSender, takeEarlierResults } from "./earlier-results.ts";
import type { Sender } from "./guest-event.ts";
import type { WorkerPorts } from "./worker-ports.ts";

type TellPorts = Pick<WorkerPorts, "store" | "messenger" | "clock" | "guestIdKey">;

/**
 * A1: one answer for one event. The attempt is recorded before it is sent and never repeated. True: LINE took it.
 * False: something else was told, or nobody knows what; the result of a photo then waits for the guest's next reply,
 * where results that waited before stand above `answer` (A2). `photos` are all of the guest, if they are known.
 */
export async function tellGuest(
  ports: TellPorts,
  to: Sender,
  answer: Answer,
  photos?: readonly StoredPhoto[],
): Promise<boolean> {
  return (await tryToTell(ports, to, answer, photos)) === "told";
}

/** `lost`: somebody else has the right to answer, and knows what became of it. `untold`: nobody knows whether it arrived. */
export type Telling = "told" | "untold" | "lost";

/** The same for who has to know why. */
export async function tryToTell(
  ports: TellPorts,
  to: Sender,
  answer: Answer,
  photos?: readonly StoredPhoto[],
): Promise<Telling> {
  const { store, messenger, clock } = ports;
  if (to.replyToken === undefined) return "untold";
  const known = photos ?? (await photosOfSender(ports, to));
  const claim = deliveryOf(replyDeliveryId(to.replyId), "reply", clock());
  if (!(await store.claimDelivery(claim))) return "lost";
  const about = to.photoId === undefined ? {} : { photo: to.photoId };
  try {
    const outcome = await messenger.reply(to.replyToken, answer, await takeEarlierResults(ports, known));
    const said = { ...about, answer: answer.kind };
    if (outcome.kind === "sent") log.info("guest-told", { ...said, afterMs: clock() - to.sentAt });
    if (outcome.kind === "expired") log.warn("reply-expired", said);
    if (outcome.kind === "refused") log.error("reply-refused", { ...said, status: outcome.status });
    return outcome.kind === "sent" ? "told" : "untold";
  } catch (error) {
    // Whether it arrived is unknown; trying the whole event again could not tell it any more.
    log.warn("reply-unknown", { ...about, answer: answer.kind, ...describeError(error) });
    return "untold";
  }
}

/** Takes the one answer of an event away, so that a later reminder stays silent too. */
export async function stayQuiet(
  { store, clock }: Pick<WorkerPorts, "store" | "clock">,
  to: Pick<Sender, "replyId">,
): Promise<void> {
  await store.claimDelivery(deliveryOf(replyDeliveryId(to.replyId), "silence", clock()));
}
