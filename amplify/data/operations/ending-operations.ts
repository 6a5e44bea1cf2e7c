import { a } from "@aws-amplify/backend";
import { functionsOnly } from "./function-operations.ts";

/** How all of an event is deleted (K10–K12): what hosts order, and what only functions do for it. */
export const endingOperations = {
  /**
   * Deletes all of an event. `seen`: the version that the host has seen. `title`: the event's name as the host typed it; a
   * rehearsal needs none. The job `end-event#EVENT` tells how far it is. Errors: `BadInput`, `NotFound`, `Conflict`.
   */
  endEvent: a
    .mutation()
    .arguments({ eventId: a.id().required(), seen: a.integer().required(), title: a.string() })
    .returns(a.ref("CeremonyEvent"))
    .handler(a.handler.custom({ dataSource: "hostActions", entry: "../resolvers/host-action.js" }))
    .authorization((allow) => [allow.group("hosts")]),

  /** Events in one state, 50 a page. */
  eventsInState: a
    .query()
    .arguments({ state: a.string().required(), nextToken: a.string() })
    .returns(a.ref("EventPage"))
    .handler(a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/events.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** Whether any photo of an event is in a state; eventually consistent. */
  hasPhotos: a
    .query()
    .arguments({ eventId: a.id().required(), state: a.string().required() })
    .returns(a.boolean().required())
    .handler(a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/has-photos.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** The row of a photo that was removed; any other one stays. */
  dropPhoto: a
    .mutation()
    .arguments({ eventId: a.id().required(), guestId: a.id().required(), photoId: a.id().required() })
    .returns(a.ref("Claim"))
    .handler(a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/drop-photo.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** The row of a guest of whom nothing is left; any other one stays. */
  dropGuest: a
    .mutation()
    .arguments({ eventId: a.id().required(), guestId: a.id().required() })
    .returns(a.ref("Claim"))
    .handler(a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/drop-guest.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** That a LINE user plays in an event (`isFormer`: played there before another one), if that is still so. */
  forgetWhereabouts: a
    .mutation()
    .arguments({
      lineUserId: a.id().required(),
      eventId: a.id().required(),
      isFormer: a.boolean().required(),
    })
    .returns(a.ref("Claim"))
    .handler(a.handler.custom({ dataSource: a.ref("Person"), entry: "../resolvers/forget-whereabouts.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** K12: leaves of an entry of the trail who did what when. */
  reduceAudit: a
    .mutation()
    .arguments({ eventId: a.id().required(), entryId: a.id().required() })
    .returns(a.ref("Claim"))
    .handler(a.handler.custom({ dataSource: a.ref("Audit"), entry: "../resolvers/reduce-audit.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /**
   * K12: leaves of an event in deletion its title, its language, and its times. `address` stands for board
   * and join code from then on and is nobody's. Hosts who watch hear it; one that is not being deleted stays.
   */
  eraseEvent: a
    .mutation()
    .arguments({ eventId: a.id().required(), address: a.id().required() })
    .returns(a.ref("EventSave"))
    .handler(a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/erase-event.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),
};
