import { a } from "@aws-amplify/backend";
import { functionsOnly } from "./function-operations.ts";

/** What only functions do while they carry out what a host ordered: rules, jobs, the trail. */
export const orderOperations = {
  /** Ids of the event's guests behind the one named, at most 1,000 at once; consistent. */
  guestsOfEvent: a
    .query()
    .arguments({ eventId: a.id().required(), after: a.id(), limit: a.integer().required() })
    .returns(a.ref("GuestIdPage"))
    .handler(a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/guests-of-event.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** New rules, if the event's version is still `expectedVersion`. Hosts who watch the event hear it. */
  saveRules: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      expectedVersion: a.integer().required(),
      rules: a.json().required(),
      formerRules: a.json(),
      rulesJobId: a.id().required(),
    })
    .returns(a.ref("EventSave"))
    .handler(a.handler.custom({ dataSource: a.ref("Event"), entry: "../resolvers/save-rules.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** Writes the whole job if its version is still `expectedVersion` (0: does not exist yet). */
  saveJob: a
    .mutation()
    .arguments({
      jobId: a.id().required(),
      eventId: a.id().required(),
      expectedVersion: a.integer().required(),
      kind: a.string().required(),
      state: a.string().required(),
      total: a.integer(),
      done: a.integer().required(),
      lastGuestId: a.id(),
      bytes: a.float(),
      report: a.json(),
      startedAt: a.float().required(),
      movedAt: a.float().required(),
      /** Seconds since the epoch: DynamoDB removes the row then. */
      expiresAt: a.integer().required(),
    })
    .returns(a.ref("Claim"))
    .handler(a.handler.custom({ dataSource: a.ref("Job"), entry: "../resolvers/save-job.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** Reads the job consistently and sends it to the hosts who watch it. */
  publishJob: a
    .mutation()
    .arguments({ jobId: a.id().required() })
    .returns(a.ref("JobProgress"))
    .handler(a.handler.custom({ dataSource: a.ref("Job"), entry: "../resolvers/job.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** Who does what and, once more, who did: an entry that is done never changes. Hosts who watch the event hear it. */
  saveAudit: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      entryId: a.id().required(),
      actor: a.string().required(),
      actorName: a.string().required(),
      action: a.string().required(),
      subject: a.string().required(),
      before: a.json(),
      after: a.json(),
      isDone: a.boolean().required(),
      undoes: a.id(),
    })
    .returns(a.ref("AuditSave"))
    .handler(a.handler.custom({ dataSource: a.ref("Audit"), entry: "../resolvers/save-audit.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** What an undo needs; consistent. */
  auditEntry: a
    .query()
    .arguments({ eventId: a.id().required(), entryId: a.id().required() })
    .returns(a.ref("AuditEntry"))
    .handler(a.handler.custom({ dataSource: a.ref("Audit"), entry: "../resolvers/audit-entry.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** The trail of an event, newest first, at most 100 entries at once. */
  auditOfEvent: a
    .query()
    .arguments({ eventId: a.id().required(), limit: a.integer().required(), nextToken: a.string() })
    .returns(a.ref("AuditPage"))
    .handler(a.handler.custom({ dataSource: a.ref("Audit"), entry: "../resolvers/audit.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** A host's word about a photo, if hosts have decided as often as `decision.count - 1` says. */
  decidePhoto: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      guestId: a.id().required(),
      photoId: a.id().required(),
      decision: a.ref("HostDecision").required(),
      /** Those that it follows, as they are to be remembered. */
      earlierDecisions: a.ref("HostDecision").required().array().required(),
    })
    .returns(a.ref("PhotoSave"))
    .handler(a.handler.custom({ dataSource: a.ref("Photo"), entry: "../resolvers/decide-photo.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),

  /** Everything about a guest that hosts decide, if the guest's version is still `expectedVersion`. Hosts who watch hear it. */
  decideGuest: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      guestId: a.id().required(),
      expectedVersion: a.integer().required(),
      displayName: a.string().required(),
      isNamedByHost: a.boolean(),
      heldName: a.string(),
      reading: a.string(),
      isExcluded: a.boolean(),
      bannedAt: a.float(),
      decision: a.ref("HostDecision").required(),
    })
    .returns(a.ref("GuestSave"))
    .handler(a.handler.custom({ dataSource: a.ref("Guest"), entry: "../resolvers/decide-guest.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),
};
