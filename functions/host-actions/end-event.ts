import { isTitle } from "#domain/retention";
import { endingJobId, FIRST_STEP_SECONDS } from "../shared/ending/ending-job.ts";
import { orderEnding, orderStep } from "../shared/ending/order-ending.ts";
import type { HostedEvent } from "../shared/ports/event-store.ts";
import type { HostPorts } from "./host-ports.ts";
import type { Refusal } from "./refusal.ts";
import { conflict, noEvent } from "./refusals.ts";
import type { Order } from "./trail.ts";

type EndPorts = Pick<HostPorts, "hosts" | "events" | "orderQueue" | "clock">;

/** What a host says who wants an event to go. */
export interface EndingWish {
  /** The event's version. */
  readonly seen: number;
  /** Its name as it was typed; a rehearsal needs none. */
  readonly title?: string | null | undefined;
}

/** K10: deletes all of an event. Ordered once more it goes on where it is. */
export async function endEvent(
  ports: EndPorts,
  order: Order,
  { seen, title }: EndingWish,
): Promise<HostedEvent | Refusal> {
  const { hosts, events, orderQueue: queue, clock } = ports;
  const event = await events.hostedEvent(order.eventId);
  if (event === undefined || event.state === "erased") return noEvent;
  if (event.state === "erasing") {
    const job = await hosts.job(endingJobId(order.eventId));
    if (job?.state === "running") await orderStep({ queue }, job, FIRST_STEP_SECONDS);
    return event;
  }
  if (event.version !== seen) return conflict;
  if (event.isRehearsal !== true && !isTitle(title ?? "", event.title))
    return { refused: "BadInput", words: "title: this is not the event's name" };
  return (await orderEnding({ hosts, events, queue, clock }, event, order)) ?? conflict;
}
