import { isDeepStrictEqual } from "node:util";
import type { EventRules } from "#domain/event-rules";
import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import type { Job, RulesRecord } from "../shared/ports/host-store.ts";
import type { HostPorts } from "./host-ports.ts";
import { parseRules } from "./parse-rules.ts";
import type { Refusal } from "./refusal.ts";
import { conflict, noEvent } from "./refusals.ts";
import { NET_DELAY_SECONDS } from "../shared/settle-guests.ts";
import { type Order, withTrail } from "./trail.ts";

const WEEK_S = 7 * 86_400;

/**
 * Rules as the host wrote them. Those that are in force already are computed once more, and the undo stays. `seenJobId`: of
 * the change that the host saw last, empty for none.
 */
export async function changeRules(
  ports: HostPorts,
  order: Order,
  written: unknown,
  seenJobId?: string,
): Promise<Job | Refusal> {
  const parsed = parseRules(written);
  if ("refused" in parsed) return parsed;
  const { rules } = parsed;
  const now = await ports.hosts.rulesOf(order.eventId);
  if (now === undefined) return noEvent;
  if (seenJobId !== undefined && seenJobId !== (now.rulesJobId ?? "")) return conflict;
  const former = isDeepStrictEqual(now.rules, rules) ? now.formerRules : now.rules;
  return putInForce(ports, order, now, { rules, former });
}

/** The former rules; undone once more, the newer ones again. */
export async function undoRules(ports: HostPorts, order: Order): Promise<Job | Refusal> {
  const now = await ports.hosts.rulesOf(order.eventId);
  if (now === undefined) return noEvent;
  if (now.formerRules === undefined) {
    return { refused: "BadInput", words: "the rules were never changed: there is nothing to undo" };
  }
  return putInForce(ports, order, now, { rules: now.formerRules, former: now.rules });
}

/**
 * Wherever this ends, new rules are followed by their recomputation: a message that orders it is on its way before they
 * are saved. Whoever is not in force when it arrives has nothing to do.
 */
async function putInForce(
  ports: HostPorts,
  order: Order,
  now: RulesRecord,
  { rules, former }: { readonly rules: EventRules; readonly former: EventRules | undefined },
): Promise<Job | Refusal> {
  const { hosts, queue, clock, newId } = ports;
  const job = newJob(order.eventId, newId(), clock());
  const { eventId, jobId } = job;
  const recompute = { kind: "recompute", eventId, jobId, version: job.version } as const;
  const change = { before: now.rules, after: rules };
  return withTrail<Job | Refusal>(ports, order, jobId, change, async () => {
    await queue.send(recompute, NET_DELAY_SECONDS);
    await hosts.saveJob(job, 0);
    const record = { rules, ...(former !== undefined && { formerRules: former }), rulesJobId: jobId };
    if (!(await hosts.saveRules(eventId, { ...record, version: now.version }))) return { result: conflict };
    try {
      await queue.send(recompute, 0);
    } catch (error) {
      log.warn("recompute-later", { jobId, ...describeError(error) });
    }
    return { result: job, change };
  });
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
