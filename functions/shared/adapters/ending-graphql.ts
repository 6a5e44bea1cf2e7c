import * as z from "zod";
import type { EndingStore } from "../ports/ending-store.ts";
import type { HostedEvent } from "../ports/event-store.ts";
import { anyShape, claimShape } from "./ceremony-shapes.ts";
import { endingOperations as operations } from "./ending-operations.ts";
import { hostedEventShape } from "./event-graphql.ts";
import type { GraphqlDoor } from "./graphql-door.ts";

const eventPageShape = z.object({
  events: z.array(hostedEventShape),
  nextToken: z.string().exactOptional(),
});

/** The deletion of whole events, behind the GraphQL API. */
export function createEndingStore(door: GraphqlDoor): EndingStore {
  return {
    async eventsInState(state) {
      const all: HostedEvent[] = [];
      let nextToken: string | undefined;
      do {
        const page = await door.call(operations.eventsInState, { state, nextToken }, eventPageShape);
        all.push(...page.events);
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
      return all;
    },
    hasShownPhotos: (eventId) => door.call(operations.hasPhotos, { eventId, state: "shown" }, z.boolean()),
    dropPhoto: ({ eventId, guestId, photoId }) =>
      door.call(operations.dropPhoto, { eventId, guestId, photoId }, claimShape),
    dropGuest: ({ eventId, guestId }) => door.call(operations.dropGuest, { eventId, guestId }, claimShape),
    forgetWhereabouts: (lineUserId, eventId, isFormer) =>
      door.call(operations.forgetWhereabouts, { lineUserId, eventId, isFormer }, anyShape),
    reduceAudit: (eventId, entryId) => door.call(operations.reduceAudit, { eventId, entryId }, anyShape),
    eraseEvent: (eventId, address) => door.call(operations.eraseEvent, { eventId, address }, claimShape),
  };
}
