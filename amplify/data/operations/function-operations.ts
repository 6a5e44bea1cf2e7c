import { a } from "@aws-amplify/backend";

/**
 * What only functions do. An operation must carry a rule and `allow.resource` is none, so the rule is a group
 * without members; each role gets `appsync:GraphQL` on exactly the fields it calls (amplify/rights.ts).
 */
export const functionsOnly = "nobody";

export const functionOperations = {
  person: a
    .query()
    .arguments({ lineUserId: a.id().required() })
    .returns(a.ref("PersonRow"))
    .handler(a.handler.custom({ dataSource: a.ref("Person"), entry: "../resolvers/person.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** Where a LINE user plays, unless a later join code has led elsewhere. */
  savePerson: a
    .mutation()
    .arguments({
      lineUserId: a.id().required(),
      eventId: a.id(),
      joinedAt: a.float(),
      formerEventId: a.id(),
      language: a.string().required(),
      displayName: a.string(),
      /** LINE's time stamp of what is kept with it. */
      seenAt: a.float(),
    })
    .returns(a.ref("PersonRow"))
    .handler(a.handler.custom({ dataSource: a.ref("Person"), entry: "../resolvers/save-person.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  event: a
    .query()
    .arguments({ eventId: a.id().required() })
    .returns(a.ref("CeremonyEvent"))
    .handler(a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/event.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** Which events one may join now: the two open ones that opened last and, while none is open yet, the next one. */
  eventsToJoin: a
    .query()
    .arguments({ now: a.float().required() })
    .returns(a.ref("EventPage"))
    .handler([
      a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/open-events.js" }),
      a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/next-event.js" }),
    ])
    .authorization((allow) => [allow.group(functionsOnly)]),

  guest: a
    .query()
    .arguments({ eventId: a.id().required(), guestId: a.id().required() })
    .returns(a.ref("GuestRow"))
    .handler(a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/guest.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** Who the guest is to LINE; null: no such guest, or one whose everything was deleted. No other operation tells it. */
  lineUserOfGuest: a
    .query()
    .arguments({ eventId: a.id().required(), guestId: a.id().required() })
    .returns(a.id())
    .handler(a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/line-user-of-guest.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** Creates the guest; an existing one stays as it is and is returned. */
  saveGuest: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      guestId: a.id().required(),
      lineUserId: a.string().required(),
      displayName: a.string().required(),
      /** The name that the event's list of words held back. */
      heldName: a.string(),
      language: a.string().required(),
    })
    .returns(a.ref("GuestSave"))
    .handler(a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/save-guest.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** What guests decide about themselves, if the guest's version is still `expectedVersion`. Hosts who watch hear it. */
  saveWish: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      guestId: a.id().required(),
      expectedVersion: a.integer().required(),
      displayName: a.string().required(),
      /** The name that the event's list of words held back. */
      heldName: a.string(),
      language: a.string().required(),
      isOffScreen: a.boolean().required(),
    })
    .returns(a.ref("GuestSave"))
    .handler(a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/save-wish.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  photo: a
    .query()
    .arguments({ eventId: a.id().required(), guestId: a.id().required(), photoId: a.id().required() })
    .returns(a.ref("PhotoRow"))
    .handler(a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/photo.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** By LINE's message id, whoever sent it; eventually consistent. */
  photoById: a
    .query()
    .arguments({ photoId: a.id().required() })
    .returns(a.ref("PhotoRow"))
    .handler(a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/photo-by-id.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  photosOfGuest: a
    .query()
    .arguments({ eventId: a.id().required(), guestId: a.id().required(), nextToken: a.string() })
    .returns(a.ref("PhotoPage"))
    .handler(a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/photos-of-guest.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /**
   * All photos of an event by the time they were sent, whole rows, at most 200 at once; eventually consistent. `from`
   * and `to`, milliseconds since the epoch, together: those that were sent then, both included.
   */
  photosOfEvent: a
    .query()
    .arguments({ eventId: a.id().required(), from: a.float(), to: a.float(), nextToken: a.string() })
    .returns(a.ref("PhotoPage"))
    .handler(a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/photos-of-event.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** The earliest photos of the event with the same bytes or exactly the same look; eventually consistent. */
  photosLike: a
    .query()
    .arguments({ eventId: a.id().required(), contentHash: a.string().required(), lookHash: a.string() })
    .returns(a.ref("PhotoPage"))
    .handler([
      a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/photos-of-content.js" }),
      a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/photos-of-look.js" }),
    ])
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** Writes the whole photo if its version is still `expectedVersion` (0: does not exist yet). Hosts who watch hear it. */
  savePhoto: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      guestId: a.id().required(),
      photoId: a.id().required(),
      expectedVersion: a.integer().required(),
      displayName: a.string().required(),
      sentAt: a.float().required(),
      step: a.string().required(),
      state: a.string().required(),
      reason: a.string(),
      score: a.float().required(),
      faces: a.ref("FaceReading").array(),
      labels: a.json(),
      moderationLabels: a.json(),
      isModerationChecked: a.boolean(),
      concern: a.string(),
      missions: a.string().required().array(),
      duplicateOf: a.id(),
      decision: a.ref("HostDecision"),
      earlierDecisions: a.ref("HostDecision").array(),
      isUntold: a.boolean(),
      leavesAt: a.float(),
      imageSetId: a.string(),
      imageSetIndex: a.integer(),
      original: a.string(),
      image: a.string(),
      width: a.integer(),
      height: a.integer(),
      sizeBytes: a.integer(),
      contentHash: a.string(),
      lookHash: a.string(),
      /** Seconds since the epoch: DynamoDB removes the row then. */
      expiresAt: a.integer().required(),
    })
    .returns(a.ref("PhotoSave"))
    .handler(a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/save-photo.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** Writes a guest's standing if the guest's version is still `expectedVersion`. The guest's own page hears it. */
  saveStanding: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      guestId: a.id().required(),
      expectedVersion: a.integer().required(),
      score: a.float(),
      rankKey: a.string(),
      photoId: a.id(),
      image: a.string(),
      faces: a.integer(),
      photos: a.integer().required(),
    })
    .returns(a.ref("StandingSave"))
    .handler(a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/save-standing.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** Records that something was received or answered; won by the first. */
  claimDelivery: a
    .mutation()
    .arguments({
      deliveryId: a.id().required(),
      kind: a.string().required(),
      recordedAt: a.float().required(),
      expiresAt: a.integer().required(),
    })
    .returns(a.ref("Claim"))
    .handler(a.handler.custom({ dataSource: a.ref("Delivery"), entry: "../resolvers/claim-delivery.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** Whether something was recorded; consistent. */
  hasDelivery: a
    .query()
    .arguments({ deliveryId: a.id().required() })
    .returns(a.boolean().required())
    .handler(a.handler.custom({ dataSource: a.ref("Delivery"), entry: "../resolvers/has-delivery.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** What was recorded, and when; consistent. */
  delivery: a
    .query()
    .arguments({ deliveryId: a.id().required() })
    .returns(a.ref("DeliveryRow"))
    .handler(a.handler.custom({ dataSource: a.ref("Delivery"), entry: "../resolvers/delivery.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** How many guests stand above the rank keys that begin with `scoreKey`, counted up to a page. */
  place: a
    .query()
    .arguments({ eventId: a.id().required(), scoreKey: a.string().required() })
    .returns(a.ref("PlaceRow"))
    .handler([
      a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/ladder.js" }),
      a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/place.js" }),
    ])
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** The ranking from the top, 1,000 guests a page unless `limit` says fewer. */
  rankingPage: a
    .query()
    .arguments({ eventId: a.id().required(), limit: a.integer(), nextToken: a.string() })
    .returns(a.ref("RankingPage"))
    .handler(a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/ranking-page.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** Won by whoever finds no computation of the ladder under way; `dueAt` ends its term. */
  claimLadder: a
    .mutation()
    .arguments({ eventId: a.id().required(), now: a.float().required(), dueAt: a.float().required() })
    .returns(a.ref("Claim"))
    .handler(a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/claim-ladder.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  saveLadder: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      rungs: a.json().required(),
      guests: a.integer().required(),
      photos: a.integer().required(),
      computedAt: a.float().required(),
    })
    .returns(a.ref("Claim"))
    .handler(a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/save-ladder.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** Reads the guest's row consistently and sends its public shape to the boards. */
  publishStanding: a
    .mutation()
    .arguments({ eventId: a.id().required(), guestId: a.id().required() })
    .returns(a.ref("Standing"))
    .handler([
      a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/board-of-event.js" }),
      a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/publish-standing.js" }),
    ])
    .authorization((allow) => [allow.group(functionsOnly)]),

  publishShownPhoto: a
    .mutation()
    .arguments({ eventId: a.id().required(), guestId: a.id().required(), photoId: a.id().required() })
    .returns(a.ref("ShownPhoto"))
    .handler([
      a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/board-of-event.js" }),
      a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/publish-shown-photo.js" }),
    ])
    .authorization((allow) => [allow.group(functionsOnly)]),
};
