import type { RehearsalProgress } from "#domain/rehearsal-progress";
import { Fault } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import type { HostedEvent } from "../shared/ports/event-store.ts";
import type { Job } from "../shared/ports/host-store.ts";
import type { RehearsalStep } from "../shared/queue-message.ts";
import { progressOf } from "../shared/rehearsal/rehearsal-job.ts";
import { auditRehearsal } from "./audit-rehearsal.ts";
import type { CrowdPorts } from "./crowd-ports.ts";
import { drawFiles, fileName, filesOf, planOf } from "./drawn-file.ts";
import { lookAtRehearsal } from "./look-at-rehearsal.ts";
import { reportOf } from "./report-of.ts";
import { sendActs, sendAgain } from "./send-acts.ts";

const DRAWS_FOR_MS = 20_000;
/** Hosts see how far it is after each. */
const SENDS_FOR_MS = 10_000;
/** Every photo is looked at once more after 40 s: only then is it sure that nothing comes twice. */
const REMINDED_AFTER_MS = 50_000;
const SETTLES_FOR_MS = 600_000;
const LOOKS_AGAIN_AFTER_S = 5;
/** So often LINE would still deliver what was not taken. */
const MOST_ROUNDS = 3;

/** What comes of a step, and after how many seconds the next one follows. */
interface Moved {
  readonly progress: RehearsalProgress;
  readonly delaySeconds: number;
}

/**
 * One step of a rehearsal: draws the next pictures, sends what is due in the next seconds, or looks whether all work is
 * done. A step is named by the job's version that it goes on from; repeated, it sends the same again under the same ids,
 * as LINE does. The next step is ordered before this one counts.
 */
export async function takeStep(ports: CrowdPorts, message: RehearsalStep): Promise<void> {
  const { hosts, files, events, queue } = ports;
  const job = await hosts.job(message.jobId);
  if (job === undefined || job.version > message.version || job.state !== "running") return;
  if (job.version < message.version) throw new Fault("store-conflict", "a step before its turn");
  const before = progressOf(job);
  const event = await events.hostedEvent(before.rehearsalId);
  if (event === undefined || event.state !== "open") {
    await files.clear(before.rehearsalId);
    return save(ports, job, before, "superseded");
  }
  const { progress, delaySeconds } = await move(ports, job, before, event);
  const isOver = progress.phase === "done";
  if (!isOver) await queue.send({ ...message, version: job.version + 1 }, delaySeconds);
  await save(ports, job, progress, isOver ? "done" : "running");
  if (isOver) await files.clear(before.rehearsalId);
}

async function save(
  { hosts, clock }: CrowdPorts,
  { version, ...job }: Job,
  progress: RehearsalProgress,
  state: Job["state"],
): Promise<void> {
  const moved = {
    ...job,
    state,
    done: progress.sentSoFar,
    report: progress,
    movedAt: clock() + Math.random(),
  };
  if (!(await hosts.saveJob(moved, version))) return;
  log.info("rehearsal-moved", { event: job.eventId, phase: progress.phase, sent: progress.sentSoFar });
  await hosts.publishJob(job.jobId);
}

function move(ports: CrowdPorts, job: Job, progress: RehearsalProgress, event: HostedEvent): Promise<Moved> {
  const { sendsFrom } = progress;
  if (progress.phase === "drawing" || sendsFrom === undefined) return draw(ports, progress);
  if (progress.phase === "sending") return send(ports, { ...progress, sendsFrom }, event);
  const { undelivered, rounds } = progress;
  if (undelivered.length > 0 && rounds < MOST_ROUNDS)
    return sendRound(ports, { ...progress, sendsFrom }, event);
  return settle(ports, job, { ...progress, sendsFrom });
}

async function draw(ports: CrowdPorts, progress: RehearsalProgress): Promise<Moved> {
  const plan = planOf(progress);
  const drawn = await drawFiles(ports, progress, plan, DRAWS_FOR_MS);
  const isReady = drawn >= filesOf(plan).length;
  return {
    progress: { ...progress, drawn, ...(isReady && { phase: "sending", sendsFrom: ports.clock() }) },
    delaySeconds: 0,
  };
}

type Sendable = RehearsalProgress & { readonly sendsFrom: number };

const castOf = (
  { files }: Pick<CrowdPorts, "files">,
  { rehearsalId, readsForReal, sendsFrom }: Sendable,
  { joinCode }: HostedEvent,
): Parameters<typeof sendActs>[1] => ({
  rehearsalId,
  readsForReal,
  sendsFrom,
  joinCode,
  urlOf: (photo) => files.pictureUrl(rehearsalId, fileName(photo)),
});

async function sendRound(ports: CrowdPorts, progress: Sendable, event: HostedEvent): Promise<Moved> {
  const { undelivered, rounds, sentSoFar, redelivered } = progress;
  const sent = await sendAgain(ports, castOf(ports, progress, event), planOf(progress), undelivered);
  return {
    progress: {
      ...progress,
      sentSoFar: sentSoFar + sent.photos,
      redelivered: redelivered + undelivered.length + sent.redelivered,
      undelivered: sent.undelivered,
      rounds: rounds + 1,
      settlesUntil: ports.clock() + SETTLES_FOR_MS,
    },
    delaySeconds: LOOKS_AGAIN_AFTER_S,
  };
}

async function send(ports: CrowdPorts, progress: Sendable, event: HostedEvent): Promise<Moved> {
  const { sentUntilMs } = progress;
  const plan = planOf(progress);
  const lastMs = plan.acts.at(-1)?.atMs ?? 0;
  const toMs = sentUntilMs + SENDS_FOR_MS;
  const cast = castOf(ports, progress, event);
  const sent = await sendActs(ports, cast, plan, { fromMs: sentUntilMs, toMs });
  const isSent = toMs > lastMs;
  return {
    progress: {
      ...progress,
      sentUntilMs: toMs,
      sentSoFar: progress.sentSoFar + sent.photos,
      redelivered: progress.redelivered + sent.redelivered,
      undelivered: [...progress.undelivered, ...sent.undelivered],
      ...(isSent && { phase: "settling", settlesUntil: ports.clock() + SETTLES_FOR_MS }),
    },
    delaySeconds: 0,
  };
}

async function settle(ports: CrowdPorts, job: Job, progress: Sendable): Promise<Moved> {
  const { settlesUntil = 0 } = progress;
  const again = { progress, delaySeconds: LOOKS_AGAIN_AFTER_S };
  if (ports.clock() < settlesUntil - SETTLES_FOR_MS + REMINDED_AFTER_MS) return again;
  const world = await lookAtRehearsal(ports, progress, planOf(progress));
  const [missing, ...others] = auditRehearsal(world).filter(({ kind }) => kind === "lost");
  if (missing !== undefined && ports.clock() < settlesUntil) {
    const { code, subject } = missing;
    log.info("rehearsal-not-settled", { event: job.eventId, finding: code, subject, others: others.length });
    return again;
  }
  const report = reportOf(progress, world, { startedAt: job.startedAt, endedAt: ports.clock() });
  return { progress: { ...progress, phase: "done", report }, delaySeconds: 0 };
}
