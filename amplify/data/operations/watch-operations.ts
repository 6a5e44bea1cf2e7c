import { a } from "@aws-amplify/backend";

/** How the machinery fares, for hosts. */
export const watchOperations = {
  DeadLetter: a.customType({
    letterId: a.id().required(),
    /** `photos`, `chat` or `orders` */
    queue: a.string().required(),
    /** `photo`, `chat`, `follow`, `unsend`, `remind`, as the queue's messages are called, or `unreadable` */
    kind: a.string().required(),
    /** What it is about, as far as that is known. */
    eventId: a.id(),
    guestId: a.id(),
    photoId: a.id(),
    displayName: a.string(),
    /** Milliseconds since the epoch. */
    sentAt: a.float().required(),
    /** When it was tried for the last time; missing with `broken-off`. */
    failedAt: a.float(),
    /** The fault's code, or `broken-off`: whoever worked on it fell over. */
    reason: a.string().required(),
  }),
  DeadLetterPage: a.customType({
    /** The oldest first. */
    letters: a.ref("DeadLetter").required().array().required(),
    /** False: there are more, or somebody else holds some at this moment. */
    isComplete: a.boolean().required(),
  }),
  RetryOutcome: a.customType({
    retried: a.id().required().array().required(),
    /** Asked for and not found: somebody else was quicker. */
    missing: a.id().required().array().required(),
  }),
  Alarm: a.customType({
    /** As amplify/alarms.ts calls it, for example `photos-waiting`. */
    name: a.string().required(),
    /** `OK`, `ALARM`, or `INSUFFICIENT_DATA` */
    state: a.string().required(),
    /** Milliseconds since the epoch. */
    since: a.float().required(),
    /** What was measured when the state changed, and from where on it rings. */
    value: a.float(),
    threshold: a.float(),
  }),
  LineQuota: a.customType({
    /** Messages that may be pushed this month; missing: as many as one likes. Replies are free. */
    limit: a.integer(),
    used: a.integer().required(),
  }),

  deadLetters: a
    .query()
    .returns(a.ref("DeadLetterPage"))
    .handler(a.handler.custom({ dataSource: "hostWatch", entry: "../resolvers/host-watch.js" }))
    .authorization((allow) => [allow.group("hosts")]),

  /** Puts letters back into their queues. The event is the one whose trail tells of it. */
  retryDeadLetters: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      letterIds: a.id().required().array(),
      /** All there are, whatever ids are named. */
      all: a.boolean(),
    })
    .returns(a.ref("RetryOutcome"))
    .handler(a.handler.custom({ dataSource: "hostWatch", entry: "../resolvers/host-watch.js" }))
    .authorization((allow) => [allow.group("hosts")]),

  alarms: a
    .query()
    .returns(a.ref("Alarm").required().array())
    .handler(a.handler.custom({ dataSource: "hostWatch", entry: "../resolvers/host-watch.js" }))
    .authorization((allow) => [allow.group("hosts")]),

  /** How many photos wait to be read or are being read, roughly, of all events. */
  photosUnderway: a
    .query()
    .returns(a.integer())
    .handler(a.handler.custom({ dataSource: "hostWatch", entry: "../resolvers/host-watch.js" }))
    .authorization((allow) => [allow.group("hosts")]),

  lineQuota: a
    .query()
    .returns(a.ref("LineQuota"))
    .handler(a.handler.custom({ dataSource: "hostWatch", entry: "../resolvers/host-watch.js" }))
    .authorization((allow) => [allow.group("hosts")]),
};
