import { expect, it } from "vitest";
import type { HostedEvent } from "../shared/ports/event-store.ts";
import { refusedByEnd } from "./refuse-ended.ts";

// Only the state counts here.
const events = (state?: HostedEvent["state"]) => ({
  events: {
    hostedEvent: async () => (state === undefined ? undefined : ({ state } as HostedEvent)),
  } as unknown as Parameters<typeof refusedByEnd>[0]["events"],
});
const about = { eventId: "e", change: {} };

it.each([
  ["erasing", "updateEvent", true],
  ["erased", "changeGuest", true],
  ["erased", "duplicateEvent", true],
  ["erasing", "endEvent", false],
  ["erased", "pictures", false],
  ["open", "updateEvent", false],
  ["archived", "updateEvent", false],
  [undefined, "updateEvent", false],
] as const)("K10: of an event that is %s, %s is refused: %s", async (state, action, isRefused) => {
  const refused = await refusedByEnd(events(state), action, about);
  expect(refused !== undefined).toBe(isRefused);
});

it("lets pass what is about no event", async () => {
  expect(await refusedByEnd(events("erased"), "createEvent", { title: "Party" })).toBeUndefined();
});
