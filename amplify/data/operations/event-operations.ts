import { a } from "@aws-amplify/backend";
import { functionsOnly } from "./function-operations.ts";

const host = "hosts";

/** Ceremonies, their join codes and their stages: what hosts order, what functions write, who hears of it. */
export const eventOperations = {
  /** `open`, `closed` or `archived` ones, the one that opens last first; 50 a page. */
  events: a
    .query()
    .arguments({ state: a.string().required(), nextToken: a.string() })
    .returns(a.ref("EventPage"))
    .handler(a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/events.js" }))
    .authorization((allow) => [allow.group(host)]),

  hostEvent: a
    .query()
    .arguments({ eventId: a.id().required() })
    .returns(a.ref("CeremonyEvent"))
    .handler(a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/event.js" }))
    .authorization((allow) => [allow.group(host)]),

  /** What is left out is as the template has it. Error: `BadInput` names what is wrong. */
  createEvent: a
    .mutation()
    .arguments({
      title: a.string().required(),
      /** `wedding`, `coming-of-age` or `company-party` */
      template: a.string(),
      /** `ja` (default), `en` or `zh-Hant` */
      language: a.string(),
      theme: a.string(),
      /** Milliseconds since the epoch. */
      opensAt: a.float().required(),
      closesAt: a.float().required(),
      retentionEndsAt: a.float(),
      /** `show-first` or `review-first` */
      policy: a.string(),
      /** `off`, `assist` or `enforce` */
      moderation: a.string(),
      keepsAgeAndGender: a.boolean(),
      /** Whether messages may be sent that count against LINE's monthly quota. */
      allowsPaidMessages: a.boolean(),
      /** Who answers guests' questions; they read it on the privacy page. */
      contact: a.string(),
      /** What stands on the screen; missing: high scores and the corner's QR code, but no sound. */
      hasSpotlight: a.boolean(),
      hasCornerQr: a.boolean(),
      hasSound: a.boolean(),
      nameWords: a.string().required().array(),
    })
    .returns(a.ref("CeremonyEvent"))
    .handler(a.handler.custom({ dataSource: "hostActions", entry: "../resolvers/host-action.js" }))
    .authorization((allow) => [allow.group(host)]),

  /**
   * `seen`: the version that the host has seen. `change`: any of title, language, theme, opensAt, closesAt,
   * retentionEndsAt, policy, moderation, keepsAgeAndGender, allowsPaidMessages, contact, hasSpotlight, hasCornerQr,
   * hasSound, nameWords and state (`open`, `closed`, `archived`). The event's boards take it up at once.
   * `title`: the event's name, typed, for a retention that ends earlier and within 30 days of closing (K7).
   * Errors: `BadInput` names what is wrong, `NotFound`, `Conflict` when somebody else changed the event meanwhile.
   */
  updateEvent: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      seen: a.integer().required(),
      change: a.json().required(),
      title: a.string(),
    })
    .returns(a.ref("CeremonyEvent"))
    .handler(a.handler.custom({ dataSource: "hostActions", entry: "../resolvers/host-action.js" }))
    .authorization((allow) => [allow.group(host)]),

  /** A new address for the board; the old one is nobody's. Errors: `NotFound`, `Conflict`. */
  renewBoard: a
    .mutation()
    .arguments({ eventId: a.id().required(), seen: a.integer().required() })
    .returns(a.ref("CeremonyEvent"))
    .handler(a.handler.custom({ dataSource: "hostActions", entry: "../resolvers/host-action.js" }))
    .authorization((allow) => [allow.group(host)]),

  /** A new event with the settings and rules of another one, and none of its guests. Errors: `BadInput`, `NotFound`. */
  duplicateEvent: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      title: a.string().required(),
      opensAt: a.float().required(),
      closesAt: a.float().required(),
    })
    .returns(a.ref("CeremonyEvent"))
    .handler(a.handler.custom({ dataSource: "hostActions", entry: "../resolvers/host-action.js" }))
    .authorization((allow) => [allow.group(host)]),

  /**
   * `step`: of a reveal. `minutes`: of a round, 1–60. `skipped`: guests of a reveal's result who are passed over, all of them.
   * `alternates`: ranking and wall take turns. `seen`: the stage's version that the host has seen. `attempt`: a new id for
   * every wish, the same for its repetitions; they answer the same and change nothing more. Errors: `BadInput` for what may
   * not follow, `NotFound`, `Conflict`.
   */
  setStage: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      name: a.string().required(),
      step: a.integer(),
      minutes: a.integer(),
      skipped: a.id().required().array(),
      alternates: a.boolean(),
      awards: a.ref("StageAward").required().array(),
      seen: a.integer().required(),
      attempt: a.id().required(),
    })
    .returns(a.ref("Stage"))
    .handler(a.handler.custom({ dataSource: "hostActions", entry: "../resolvers/host-action.js" }))
    .authorization((allow) => [allow.group(host)]),

  /** Every change of the event's settings and rules. */
  onEvent: a
    .subscription()
    .for([a.ref("saveEvent"), a.ref("saveRules"), a.ref("eraseEvent")])
    .arguments({ eventId: a.id().required() })
    .handler(a.handler.custom({ entry: "../resolvers/on-event.js" }))
    .authorization((allow) => [allow.group(host)]),

  onStage: a
    .subscription()
    .for(a.ref("publishStage"))
    .arguments({ boardId: a.id().required() })
    .handler(a.handler.custom({ entry: "../resolvers/on-board.js" }))
    .authorization((allow) => [allow.publicApiKey(), allow.custom(), allow.group(host)]),

  /** The event that guests join by this code, unless it is archived; eventually consistent. */
  eventOfCode: a
    .query()
    .arguments({ joinCode: a.string().required() })
    .returns(a.ref("CeremonyEvent"))
    .handler(a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/event-of-code.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** All settings, if the event's version is still `expectedVersion` (0: does not exist yet). */
  saveEvent: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      expectedVersion: a.integer().required(),
      /** Different for every wish, the same for its repetitions. */
      attempt: a.id().required(),
      boardId: a.id().required(),
      joinCode: a.string().required(),
      title: a.string().required(),
      language: a.string().required(),
      theme: a.string().required(),
      state: a.string().required(),
      opensAt: a.float().required(),
      closesAt: a.float().required(),
      retentionEndsAt: a.float().required(),
      policy: a.string().required(),
      moderation: a.string().required(),
      keepsAgeAndGender: a.boolean().required(),
      allowsPaidMessages: a.boolean().required(),
      contact: a.string().required(),
      hasSpotlight: a.boolean().required(),
      hasCornerQr: a.boolean().required(),
      hasSound: a.boolean().required(),
      nameWords: a.string().required().array().required(),
      /** Of a new event; those of an older one are changed by `saveRules`. */
      rules: a.json(),
      /** Of a new event, and for good. */
      isRehearsal: a.boolean(),
    })
    .returns(a.ref("EventSave"))
    .handler(a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/save-event.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** The next stage, if the stage's version is still `expectedVersion`. */
  saveStage: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      expectedVersion: a.integer().required(),
      attempt: a.id().required(),
      name: a.string().required(),
      step: a.integer(),
      takesUntil: a.float(),
      result: a.id().required().array(),
      skipped: a.id().required().array(),
      alternates: a.boolean(),
      startedAt: a.float(),
      awards: a.ref("StageAward").required().array(),
    })
    .returns(a.ref("Claim"))
    .handler(a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/save-stage.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** Reads the event consistently and tells its boards the stage, and of which version its settings are. */
  publishStage: a
    .mutation()
    .arguments({ eventId: a.id().required() })
    .returns(a.ref("StageOfBoard"))
    .handler(a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/publish-stage.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),
};
