import { isDeepStrictEqual } from "node:util";
import type { EventRules } from "#domain/event-rules";
import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import type { Job, RulesRecord } from "../shared/ports/host-store.ts";
import type { HostPorts } from "./host-ports.ts";
import { parseRules } from "./parse-rules.ts";
import type { Refusal } from "./refusal.ts";

/** A host's wish about the rules of an event. */
export interface RulesOrder {
  readonly eventId: string;
  /** The host, by the user pool's `sub`. */
  readonly actor: string;
  readonly action: "changeRules" | "undoRules";
}

const WEEK_S = 7 * 86_400;
/** Until this function (10 s) and the last call that it made (30 s) have ended, whatever happened to them. */
const NET_DELAY_SECONDS = 40;

/** Rules as the host wrote them. Those that are in force already are computed once more, and the undo stays. */
export async function changeRules(
  ports: HostPorts,
  order: RulesOrder,
  written: unknown,
): Promise<Job | Refusal> {
  const parsed = parseRules(written);
  if ("refused" in parsed) return parsed;
  const { rules } = parsed;
  const now = await ports.hosts.rulesOf(order.eventId);
  if (now === undefined) return noEvent;
  const former = isDeepStrictEqual(now.rules, rules) ? now.formerRules : now.rules;
  return putInForce(ports, order, now, { rules, former });
}

/** The former rules; undone once more, the newer ones again. */
export async function undoRules(ports: HostPorts, order: RulesOrder): Promise<Job | Refusal> {
  const now = await ports.hosts.rulesOf(order.eventId);
  if (now === undefined) return noEvent;
  if (now.formerRules === undefined) {
    return { refused: "BadInput", words: "the rules were never changed: there is nothing to undo" };
  }
  return putInForce(ports, order, now, { rules: now.formerRules, former: now.rules });
}

const noEvent: Refusal = { refused: "NotFound", words: "there is no such event" };

/**
 * Wherever this ends, new rules are followed by their recomputation: a message that orders it is on its way before they
 * are saved. Whoever is not in force when it arrives has nothing to do. The trail is written first too: an order that
 * lost its race stands there with a job that never came to anything.
 */
async function putInForce(
  { hosts, queue, clock, newId }: HostPorts,
  { eventId, actor, action }: RulesOrder,
  now: RulesRecord,
  { rules, former }: { readonly rules: EventRules; readonly former: EventRules | undefined },
): Promise<Job | Refusal> {
  const job = newJob(eventId, newId(), clock());
  const { jobId } = job;
  const recompute = { kind: "recompute", eventId, jobId, version: job.version } as const;
  await queue.send(recompute, NET_DELAY_SECONDS);
  await hosts.saveJob(job, 0);
  const entryId = `${new Date(job.startedAt).toISOString()}#${jobId}`;
  await hosts.saveAudit({
    eventId,
    entryId,
    actor,
    action,
    subject: jobId,
    before: now.rules,
    after: rules,
  });
  const record = { rules, ...(former !== undefined && { formerRules: former }), rulesJobId: jobId };
  if (!(await hosts.saveRules(eventId, { ...record, version: now.version }))) {
    return { refused: "Conflict", words: "somebody else has just changed this event: look at it once more" };
  }
  try {
    await queue.send(recompute, 0);
  } catch (error) {
    log.warn("recompute-later", { jobId, ...describeError(error) });
  }
  return job;
}

function newJob(eventId: string, jobId: string, startedAt: number): Job {
  return {
    jobId,
    eventId,
    kind: "recompute",
    state: "running",
    done: 0,
    startedAt,
    movedAt: startedAt,
    expiresAt: Math.floor(startedAt / 1000) + WEEK_S,
    version: 1,
  };
}
