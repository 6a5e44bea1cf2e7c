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

  /** New rules, if the event's version is still `expectedVersion`. */
  saveRules: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      expectedVersion: a.integer().required(),
      rules: a.json().required(),
      formerRules: a.json(),
      rulesJobId: a.id().required(),
    })
    .returns(a.ref("Claim"))
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

  /** Who did what; an entry is written once and never changed. */
  saveAudit: a
    .mutation()
    .arguments({
      eventId: a.id().required(),
      entryId: a.id().required(),
      actor: a.string().required(),
      action: a.string().required(),
      subject: a.string().required(),
      before: a.json(),
      after: a.json(),
    })
    .returns(a.ref("Claim"))
    .handler(a.handler.custom({ dataSource: a.ref("Audit"), entry: "../resolvers/save-audit.js" }))
    .authorization((allow) => [allow.group(functionsOnly)]),
};
