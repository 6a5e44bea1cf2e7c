import * as z from "zod";
import { seedRules } from "#domain/event-rules";
import type { AuditEntry, AuditPage, GuestIdPage, HostStore, Job, RulesRecord } from "../ports/host-store.ts";
import { anyShape, claimShape, fromJson, guestShape, photoShape } from "./ceremony-shapes.ts";
import { eventRulesShape } from "./event-rules-shape.ts";
import type { GraphqlDoor } from "./graphql-door.ts";
import { hostOperations as operations } from "./host-operations.ts";

const rulesRecordShape: z.ZodType<RulesRecord> = z.object({
  rules: z.preprocess(fromJson, eventRulesShape.default(seedRules)),
  formerRules: z.preprocess(fromJson, eventRulesShape).exactOptional(),
  rulesJobId: z.string().exactOptional(),
  version: z.number(),
});

const jobShape: z.ZodType<Job> = z.object({
  jobId: z.string(),
  eventId: z.string(),
  kind: z.enum(["recompute", "archive", "export", "end-event", "rehearsal"]),
  state: z.enum(["running", "done", "superseded"]),
  total: z.number().exactOptional(),
  done: z.number(),
  lastGuestId: z.string().exactOptional(),
  bytes: z.number().exactOptional(),
  report: z.preprocess(fromJson, z.unknown()),
  startedAt: z.number(),
  movedAt: z.number(),
  version: z.number(),
  expiresAt: z.number(),
});

const auditEntryShape: z.ZodType<AuditEntry> = z.object({
  eventId: z.string(),
  entryId: z.string(),
  actor: z.string(),
  actorName: z.string(),
  action: z.string(),
  subject: z.string(),
  before: z.preprocess(fromJson, z.unknown()),
  after: z.preprocess(fromJson, z.unknown()),
  isDone: z.boolean(),
  undoes: z.string().exactOptional(),
});

const auditPageShape: z.ZodType<AuditPage> = z.object({
  entries: z.array(auditEntryShape),
  nextToken: z.string().exactOptional(),
});

const guestIdPageShape: z.ZodType<GuestIdPage> = z.object({
  guestIds: z.array(z.string()),
  isLast: z.boolean(),
});

/** What hosts order, behind the GraphQL API. */
export function createHostStore(door: GraphqlDoor): HostStore {
  const json = (value: unknown): string | undefined =>
    value === undefined ? undefined : JSON.stringify(value);
  return {
    rulesOf: (eventId) => door.call(operations.event, { eventId }, rulesRecordShape.optional()),
    saveRules: (eventId, { rules, formerRules, rulesJobId, version }) =>
      door.call(
        operations.saveRules,
        {
          eventId,
          expectedVersion: version,
          rules: json(rules),
          formerRules: json(formerRules),
          rulesJobId,
        },
        claimShape,
      ),
    saveAudit: ({ before, after, ...entry }) =>
      door.call(operations.saveAudit, { ...entry, before: json(before), after: json(after) }, claimShape),
    auditEntry: (eventId, entryId) =>
      door.call(operations.auditEntry, { eventId, entryId }, auditEntryShape.optional()),
    auditOfEvent: (eventId, limit, nextToken) =>
      door.call(operations.auditOfEvent, { eventId, limit, nextToken }, auditPageShape),
    photo: ({ eventId, guestId, photoId }) =>
      door.call(operations.photo, { eventId, guestId, photoId }, photoShape.optional()),
    guest: ({ eventId, guestId }) => door.call(operations.guest, { eventId, guestId }, guestShape.optional()),
    decidePhoto: ({ eventId, guestId, photoId }, decision, earlierDecisions) =>
      door.call(
        operations.decidePhoto,
        { eventId, guestId, photoId, decision, earlierDecisions },
        claimShape,
      ),
    decideGuest: (decided, expectedVersion) =>
      door.call(operations.decideGuest, { ...decided, expectedVersion }, claimShape),
    job: (jobId) => door.call(operations.job, { jobId }, jobShape.optional()),
    saveJob: (job, expectedVersion) =>
      door.call(
        operations.saveJob,
        {
          jobId: job.jobId,
          eventId: job.eventId,
          expectedVersion,
          kind: job.kind,
          state: job.state,
          total: job.total,
          done: job.done,
          lastGuestId: job.lastGuestId,
          bytes: job.bytes,
          report: json(job.report),
          startedAt: job.startedAt,
          movedAt: job.movedAt,
          expiresAt: job.expiresAt,
        },
        claimShape,
      ),
    publishJob: (jobId) => door.call(operations.publishJob, { jobId }, anyShape),
    guestsOfEvent: (eventId, after, limit) =>
      door.call(operations.guestsOfEvent, { eventId, after, limit }, guestIdPageShape),
  };
}
