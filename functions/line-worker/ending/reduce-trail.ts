import { type EndingProgress, endingEntryId } from "../../shared/ending/ending-job.ts";
import type { AuditEntry, Job, JobDraft } from "../../shared/ports/host-store.ts";
import { together } from "../../shared/together.ts";
import type { EndingStep } from "./end-event.ts";
import { goOn } from "./go-on.ts";

/** Other messages wait behind one step. */
const REDUCED_IN_A_STEP = 500;
const ENTRIES_AT_ONCE = 100;
const SIDE_BY_SIDE = 10;
/** Longer than whatever a round missed can be on its way. */
const NEXT_ROUND_SECONDS = 60;

/** K12: the trail says who did what when, and no longer to whom. Then the round is over. */
export const reduceTrail: EndingStep = async (ports, job, progress) => {
  const { eventId } = job;
  const own = endingEntryId(job);
  let [reduced, entries] = [0, 0];
  let nextToken: string | undefined;
  do {
    const page = await ports.hosts.auditOfEvent(eventId, ENTRIES_AT_ONCE, nextToken);
    const others = page.entries.filter(({ entryId }) => entryId !== own);
    const personal = others.filter(isPersonal);
    for (let first = 0; first < personal.length; first += SIDE_BY_SIDE) {
      const some = personal.slice(first, first + SIDE_BY_SIDE);
      await together(some.map(({ entryId }) => ports.ending.reduceAudit(eventId, entryId)));
    }
    reduced += personal.length;
    entries += others.length;
    nextToken = page.nextToken;
    if (reduced >= REDUCED_IN_A_STEP) return goOn(job, { ...progress, found: progress.found + reduced });
  } while (nextToken !== undefined);
  const deleted = { ...progress.deleted, entries };
  return endRound(job, { ...progress, found: progress.found + reduced, deleted });
};

const isPersonal = ({ eventId, subject, before, after }: AuditEntry): boolean =>
  subject !== eventId || before !== undefined || after !== undefined;

/** K11: a round that found nothing is the last one. */
function endRound(job: Job, progress: EndingProgress): JobDraft {
  if (progress.found === 0) return goOn(job, { ...progress, phase: "close" });
  const next = { ...progress, phase: "guests", found: 0, round: progress.round + 1 } as const;
  return goOn(job, next, { pauseSeconds: NEXT_ROUND_SECONDS });
}
