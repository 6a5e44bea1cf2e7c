import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import type { Answer } from "../shared/ports/guest-messenger.ts";
import { deliveryOf, replyDeliveryId } from "./deliveries.ts";
import type { ReplyAddress } from "./guest-event.ts";
import type { WorkerPorts } from "./worker-ports.ts";

type TellPorts = Pick<WorkerPorts, "store" | "messenger" | "clock">;

/**
 * One answer for one event. The attempt is recorded before it is sent and never repeated: a guest rather hears
 * nothing in the chat, and sees the result on the own page, than the same thing twice.
 */
export async function tellGuest(ports: TellPorts, to: ReplyAddress, answer: Answer): Promise<void> {
  const { store, messenger, clock } = ports;
  if (to.replyToken === undefined) return;
  const claim = deliveryOf(replyDeliveryId(to.replyId), "reply", clock());
  if (!(await store.claimDelivery(claim))) return;
  try {
    const outcome = await messenger.reply(to.replyToken, answer);
    if (outcome.kind === "expired") log.warn("reply-expired", { answer: answer.kind });
    if (outcome.kind === "refused")
      log.error("reply-refused", { answer: answer.kind, status: outcome.status });
  } catch (error) {
    // Whether it arrived is unknown; trying the whole event again could not tell it any more.
    log.warn("reply-unknown", { answer: answer.kind, ...describeError(error) });
  }
}

/** Takes the one answer of an event away, so that a later reminder stays silent too. */
export async function stayQuiet({ store, clock }: TellPorts, to: ReplyAddress): Promise<void> {
  await store.claimDelivery(deliveryOf(replyDeliveryId(to.replyId), "silence", clock()));
}
