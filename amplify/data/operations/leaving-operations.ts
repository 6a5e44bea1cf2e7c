import { a } from "@aws-amplify/backend";
import { functionsOnly } from "./function-operations.ts";

/** What only functions do when guests take back a photo, or everything. */
export const leavingOperations = {
  /** P8: when a photo goes for good; without it, the photo stays. If its version is still `expectedVersion`. Hosts who watch hear it. */
  saveLeaving: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      guestId: a.id().required(),
      photoId: a.id().required(),
      leavesAt: a.float(),
      expectedVersion: a.integer().required(),
    })
    .returns(a.ref("PhotoSave"))
    .handler(a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/save-leaving.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** Where a LINE user is or was a guest, as far as that is kept; eventually consistent. */
  guestsOfLineUser: a
    .query()
    .arguments({ lineUserId: a.string().required() })
    .returns(a.ref("GuestName").required().array())
    .handler(a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/guests-of-line-user.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /**
   * K6: leaves of a guest only what hosts decided, and who it was unless `isForgotten`; if the guest's version is still
   * `expectedVersion` (0: does not exist, and is not to come by what was sent until then). Hosts who watch hear it.
   */
  eraseGuest: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      guestId: a.id().required(),
      expectedVersion: a.integer().required(),
      /** What everybody is called who has none, and the event's language. */
      displayName: a.string().required(),
      language: a.string().required(),
      erasedAt: a.float().required(),
      leftAt: a.float().required(),
      isForgotten: a.boolean().required(),
    })
    .returns(a.ref("GuestSave"))
    .handler(a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/erase-guest.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** K6: welcomes anew who left, unless banned; if the guest's version is still `expectedVersion`. Hosts who watch hear it. */
  reviveGuest: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      guestId: a.id().required(),
      expectedVersion: a.integer().required(),
      lineUserId: a.string().required(),
      displayName: a.string().required(),
      heldName: a.string(),
      language: a.string().required(),
    })
    .returns(a.ref("GuestSave"))
    .handler(a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/revive-guest.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** Forgets a LINE user, unless something that was sent after `until` is kept. */
  erasePerson: a
    .mutation()
    .arguments({ lineUserId: a.id().required(), until: a.float().required() })
    .returns(a.ref("Claim"))
    .handler(a.handler.custom({ dataSource: a.ref("Person"), entry: "../resolvers/erase-person.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),
};
