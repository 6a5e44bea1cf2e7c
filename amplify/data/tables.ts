import { a } from "@aws-amplify/backend";

/**
 * Tables and nothing else: no generated operation, no generated index query. Every way to the data is a custom
 * operation, so that nobody reads or hears a field that was not meant for them.
 */
const nobody = "nobody";

export const tables = {
  Event: a
    .model({
      eventId: a.id().required(),
      boardId: a.id().required(),
      joinCode: a.string().required(),
      title: a.string().required(),
      language: a.string().required(),
      theme: a.string().required(),
      state: a.string().required(),
      opensAt: a.float().required(),
      closesAt: a.float().required(),
      retentionEndsAt: a.float().required(),
      /** When all its photos had been offered to a host for download, after it was closed; missing: not yet. */
      downloadedAt: a.float(),
      policy: a.string().required(),
      moderation: a.string().required(),
      keepsAgeAndGender: a.boolean().required(),
      /** Whether guests may be told by messages that count against LINE's monthly quota; missing: no. */
      allowsPaidMessages: a.boolean(),
      /** Who answers guests' questions. */
      contact: a.string(),
      /** What stands on the screen; missing: as every event begins. */
      hasSpotlight: a.boolean(),
      hasCornerQr: a.boolean(),
      hasSound: a.boolean(),
      /** H1; missing: no. */
      isRehearsal: a.boolean(),
      /** Missing: as every event begins. */
      rules: a.json(),
      /** Words that may not stand in a guest's name. */
      nameWords: a.string().required().array(),
      /** Those that an undo brings back. */
      formerRules: a.json(),
      /** The job that recomputes by these rules: another one has nothing more to do. */
      rulesJobId: a.id(),
      stage: a.ref("Stage").required(),
      ladder: a.ref("Ladder"),
      ladderDueAt: a.float(),
      /** The wish of a host that was saved last. */
      attempt: a.id(),
      version: a.integer().required(),
    })
    .identifier(["eventId"])
    .secondaryIndexes((index) => [
      index("boardId").name("byBoard").queryField(null),
      index("joinCode").name("byJoinCode").queryField(null),
      index("state").sortKeys(["opensAt"]).name("byState").queryField(null),
    ])
    .disableOperations(["queries", "mutations", "subscriptions"])
    .authorization((allow) => [allow.group(nobody)]),

  Guest: a
    .model({
      eventId: a.id().required(),
      guestId: a.id().required(),
      /** K6: missing: the guest has left, and nothing says who it was. */
      lineUserId: a.string(),
      displayName: a.string().required(),
      /** The name that the event's list of words held back. */
      heldName: a.string(),
      isNamedByHost: a.boolean(),
      reading: a.string(),
      language: a.string().required(),
      consentedAt: a.float(),
      isOffScreen: a.boolean(),
      isExcluded: a.boolean(),
      bannedAt: a.float(),
      sessionsRevokedAt: a.float(),
      /** K6: since when nothing is kept but that there was a guest; missing after a new welcome. */
      erasedAt: a.float(),
      /** K6: LINE's time stamp of the order; what was sent until then is not taken. Stays. */
      leftAt: a.float(),
      decision: a.ref("HostDecision"),
      score: a.float(),
      rankKey: a.string(),
      photoId: a.id(),
      image: a.string(),
      faces: a.integer(),
      photos: a.integer().required(),
      version: a.integer().required(),
    })
    .identifier(["eventId", "guestId"])
    .secondaryIndexes((index) => [
      index("eventId").sortKeys(["rankKey"]).name("byRank").queryField(null),
      index("lineUserId").name("byLineUser").queryField(null),
    ])
    .disableOperations(["queries", "mutations", "subscriptions"])
    .authorization((allow) => [allow.group(nobody)]),

  Photo: a
    .model({
      /** `EVENT#GUEST` */
      guestKey: a.id().required(),
      /** LINE's message id: also what makes every step repeatable. */
      photoId: a.id().required(),
      eventId: a.id().required(),
      guestId: a.id().required(),
      /** `EVENT#STATE` */
      eventState: a.id().required(),
      /** The guest's, as it was shown last. */
      displayName: a.string().required(),
      sentAt: a.float().required(),
      step: a.string().required(),
      state: a.string().required(),
      reason: a.string(),
      score: a.float().required(),
      faces: a.ref("FaceReading").array(),
      faceCount: a.integer().required(),
      labels: a.json(),
      moderationLabels: a.json(),
      isModerationChecked: a.boolean(),
      /** What moderation has against it. */
      concern: a.string(),
      /** Ids of the challenges that it meets. */
      missions: a.string().required().array(),
      /** The photo that this one repeats. */
      duplicateOf: a.id(),
      decision: a.ref("HostDecision"),
      /** What hosts said before, the last nine times. */
      earlierDecisions: a.ref("HostDecision").array(),
      /** The guest has not heard the result; set only then. */
      isUntold: a.boolean(),
      /** P8: deleted by its guest, who may take that back until then. */
      leavesAt: a.float(),
      /** LINE's: photos that were sent in one go; and the photo's place among them, from 1. */
      imageSetId: a.string(),
      imageSetIndex: a.integer(),
      original: a.string(),
      image: a.string(),
      width: a.integer(),
      height: a.integer(),
      sizeBytes: a.integer(),
      contentHash: a.string(),
      eventContentHash: a.string(),
      lookHash: a.string(),
      eventLookHash: a.string(),
      version: a.integer().required(),
      expiresAt: a.integer().required(),
    })
    .identifier(["guestKey", "photoId"])
    .secondaryIndexes((index) => [
      index("photoId").name("byPhoto").queryField(null),
      index("eventId").sortKeys(["sentAt"]).name("byEvent").queryField(null),
      index("eventState").sortKeys(["sentAt"]).name("byState").queryField(null),
      index("eventContentHash").sortKeys(["sentAt"]).name("byContent").queryField(null),
      index("eventLookHash").sortKeys(["sentAt"]).name("byLook").queryField(null),
    ])
    .disableOperations(["queries", "mutations", "subscriptions"])
    .authorization((allow) => [allow.group(nobody)]),

  /** What was received and answered: attempts to answer, and unsends that may come before their photo. */
  Delivery: a
    .model({
      deliveryId: a.id().required(),
      kind: a.string().required(),
      recordedAt: a.float().required(),
      expiresAt: a.integer().required(),
    })
    .identifier(["deliveryId"])
    .disableOperations(["queries", "mutations", "subscriptions"])
    .authorization((allow) => [allow.group(nobody)]),

  Person: a
    .model({
      lineUserId: a.id().required(),
      eventId: a.id(),
      /** LINE's time stamp of the join code that led there. */
      joinedAt: a.float(),
      /** Where the person played before it: photos that were sent then are played there. */
      formerEventId: a.id(),
      language: a.string().required(),
      displayName: a.string(),
      /** LINE's time stamp of what was kept last. */
      seenAt: a.float(),
    })
    .identifier(["lineUserId"])
    .disableOperations(["queries", "mutations", "subscriptions"])
    .authorization((allow) => [allow.group(nobody)]),

  Audit: a
    .model({
      eventId: a.id().required(),
      /** `ISO time#random`: sorted by time, unique. */
      entryId: a.id().required(),
      actor: a.string().required(),
      actorName: a.string().required(),
      action: a.string().required(),
      subject: a.string().required(),
      before: a.json(),
      after: a.json(),
      /** False until it was carried out, and for good where it came to nothing. */
      isDone: a.boolean().required(),
      /** The entry that it took back. */
      undoes: a.id(),
    })
    .identifier(["eventId", "entryId"])
    .disableOperations(["queries", "mutations", "subscriptions"])
    .authorization((allow) => [allow.group(nobody)]),

  Job: a
    .model({
      jobId: a.id().required(),
      eventId: a.id().required(),
      kind: a.string().required(),
      state: a.string().required(),
      /** Missing until it was counted. */
      total: a.integer(),
      done: a.integer().required(),
      /** How far it has come, in the order of the guests' ids. */
      lastGuestId: a.id(),
      /** Of an archive that is done. */
      bytes: a.float(),
      /** What each kind tells of itself besides. */
      report: a.json(),
      startedAt: a.float().required(),
      movedAt: a.float().required(),
      version: a.integer().required(),
      expiresAt: a.integer().required(),
    })
    .identifier(["jobId"])
    .disableOperations(["queries", "mutations", "subscriptions"])
    .authorization((allow) => [allow.group(nobody)]),
};
