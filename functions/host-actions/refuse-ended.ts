import * as z from "zod";
import { isEnding } from "#domain/retention";
import type { HostPorts } from "./host-ports.ts";
import type { Refusal } from "./refusal.ts";
import { noEvent } from "./refusals.ts";

/** Deleting it once more, and looking, which finds nothing. */
const allowed: ReadonlySet<string> = new Set(["endEvent", "pictures"]);
const aboutEvent = z.object({ eventId: z.string() });

/** K10: nothing of an event that is being deleted, or was, is changed any more. */
export async function refusedByEnd(
  { events }: Pick<HostPorts, "events">,
  action: string,
  args: unknown,
): Promise<Refusal | undefined> {
  const about = aboutEvent.safeParse(args);
  if (!about.success || allowed.has(action)) return undefined;
  const event = await events.hostedEvent(about.data.eventId);
  return event !== undefined && isEnding(event.state) ? noEvent : undefined;
}
