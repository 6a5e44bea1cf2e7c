import { log } from "../../shared/log.ts";
import type { StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import type { Answer } from "../../shared/ports/guest-messenger.ts";
import { retryKeyOf } from "../../shared/retry-key.ts";
import { replyDeliveryId } from "../deliveries.ts";
import { takeEarlierResults } from "./earlier-results.ts";
import type { Sender } from "../guest-event.ts";
import { said } from "./said.ts";
import type { WorkerPorts } from "../worker-ports.ts";

/**
 * A5: a message that costs money, if the month has some left. True: LINE took it. Fault: `line-unreachable`, and then
 * nobody knows.
 */
export async function pushToGuest(
  ports: Pick<WorkerPorts, "store" | "messenger" | "allowance" | "clock">,
  to: Sender,
  answer: Answer,
  photos: readonly StoredPhoto[],
): Promise<boolean> {
  const { messenger, allowance, clock } = ports;
  const about = said(to, answer);
  if (!(await allowance.take(to.lineUserId))) {
    log.warn("push-stopped", about);
    return false;
  }
  const earlier = await takeEarlierResults(ports, photos);
  const retryKey = retryKeyOf(replyDeliveryId(to.replyId));
  const outcome = await messenger.push(to.lineUserId, answer, earlier, retryKey);
  if (outcome.kind === "sent") log.info("guest-told", { ...about, by: "push", afterMs: clock() - to.sentAt });
  if (outcome.kind === "refused") log.error("push-refused", { ...about, status: outcome.status });
  if (outcome.kind === "limit-reached") {
    log.warn("push-stopped", about);
    allowance.stop();
  }
  return outcome.kind === "sent";
}
