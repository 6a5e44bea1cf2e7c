import * as z from "zod";
import type { Language } from "#domain/language";
import { mostOfRehearsal } from "#domain/rehearsal";
import { beginRehearsal, rehearsalJobId, type RehearsalWish } from "#domain/rehearsal-progress";
import { isEnding } from "#domain/retention";
import { rehearsalTitle } from "#domain/words/rehearsal-title";
import type { EventDraft, HostedEvent } from "../shared/ports/event-store.ts";
import type { Job, JobDraft } from "../shared/ports/host-store.ts";
import { progressOf } from "../shared/rehearsal/rehearsal-job.ts";
import { newJoinCode } from "./create-event.ts";
import type { HostPorts } from "./host-ports.ts";
import { type Rehearsal, seenRehearsal } from "./seen-rehearsal.ts";
import type { Refusal } from "./refusal.ts";
import { conflict, noEvent } from "./refusals.ts";
import { type Order, withTrail } from "./trail.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Clocks differ somewhat. */
const OPENS_BEFORE_MS = MINUTE_MS;
/** For drawing its pictures, and for what comes late. */
const OPEN_LONGER_MS = 2 * HOUR_MS;
const KEPT_MS = 7 * DAY_MS;
/** What a rehearsal came to is kept so long. */
const REPORT_KEPT_S = (90 * DAY_MS) / 1_000;

const upTo = (most: number) => z.int().min(1).max(most);
const wishShape: z.ZodType<RehearsalWish> = z.object({
  guests: upTo(mostOfRehearsal.guests),
  photos: upTo(mostOfRehearsal.photos),
  minutes: upTo(mostOfRehearsal.minutes),
  readsForReal: z.boolean(),
});

type RehearsePorts = Pick<
  HostPorts,
  "hosts" | "events" | "photos" | "rehearsalQueue" | "clock" | "newId" | "random"
>;

/** H1: an event of its own, in which drawn guests do what real ones would. */
export async function rehearse(
  ports: RehearsePorts,
  order: Order,
  written: RehearsalWish,
): Promise<Rehearsal | Refusal> {
  const wish = wishShape.safeParse(written);
  if (!wish.success) return { refused: "BadInput", words: wordsOf(wish.error) };
  const event = await ports.events.hostedEvent(order.eventId);
  if (event === undefined) return noEvent;
  if (event.isRehearsal === true)
    return { refused: "BadInput", words: "eventId: this is a rehearsal, which is not rehearsed itself" };
  const former = await ports.hosts.job(rehearsalJobId(event.eventId));
  const refused = (await refusedByFormer(ports, former)) ?? (await refusedByGuests(ports, event));
  return refused ?? begin(ports, order, { event, wish: wish.data, former });
}

const wordsOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");

async function refusedByFormer(
  { events }: Pick<RehearsePorts, "events">,
  former: Job | undefined,
): Promise<Refusal | undefined> {
  if (former === undefined) return undefined;
  const played = await events.hostedEvent(progressOf(former).rehearsalId);
  if (played === undefined || isEnding(played.state)) return undefined;
  return { refused: "Conflict", words: "the last rehearsal is still there: please wipe it first" };
}

/** The same machinery works for both. */
async function refusedByGuests(
  { photos, clock }: Pick<RehearsePorts, "photos" | "clock">,
  { eventId, state, opensAt, closesAt }: HostedEvent,
): Promise<Refusal | undefined> {
  const now = clock();
  if (state !== "open" || now < opensAt || now >= closesAt) return undefined;
  const page = await photos.photosOfEvent(eventId, undefined, { from: now - HOUR_MS, to: now });
  if (page.photos.length === 0) return undefined;
  const words =
    "guests are sending photos to this event: please rehearse before or after it, or an hour after the last photo";
  return { refused: "Conflict", words };
}

interface Beginning {
  readonly event: HostedEvent;
  readonly wish: RehearsalWish;
  readonly former: Job | undefined;
}

/** The job first: of two hosts at once one begins. A crowd that finds no event ends at once. */
function begin(
  ports: RehearsePorts,
  order: Order,
  { event, wish, former }: Beginning,
): Promise<Rehearsal | Refusal> {
  const rehearsalId = ports.newId();
  return withTrail<Rehearsal | Refusal>(ports, order, rehearsalId, { after: wish }, async (attempt, at) => {
    const { eventId } = event;
    const addresses = { eventId: rehearsalId, boardId: ports.newId(), joinCode: await newJoinCode(ports) };
    const progress = beginRehearsal(wish, { rehearsalId, boardId: addresses.boardId });
    const job: JobDraft = {
      jobId: rehearsalJobId(eventId),
      eventId,
      kind: "rehearsal",
      state: "running",
      total: wish.photos,
      done: 0,
      report: progress,
      startedAt: at,
      movedAt: at,
      expiresAt: Math.ceil(at / 1_000) + REPORT_KEPT_S,
    };
    const formerVersion = former?.version ?? 0;
    if (!(await ports.hosts.saveJob(job, formerVersion))) return { result: conflict };
    const draft = { ...draftOf(event, wish, at), ...addresses };
    await ports.events.saveEvent(draft, { expectedVersion: 0, attempt }, event.rules);
    const version = formerVersion + 1;
    await ports.rehearsalQueue.send({ kind: "rehearse", eventId, jobId: job.jobId, version }, 0);
    return { result: seenRehearsal(job, progress, "running"), change: {} };
  });
}

/** As its event is, and open now. */
function draftOf(
  event: HostedEvent,
  { minutes }: RehearsalWish,
  now: number,
): Omit<EventDraft, "eventId" | "boardId" | "joinCode"> {
  const closesAt = now + minutes * MINUTE_MS + OPEN_LONGER_MS;
  const language: Language = event.language;
  return {
    title: rehearsalTitle(event.title, language),
    language,
    theme: event.theme,
    policy: event.policy,
    moderation: event.moderation,
    keepsAgeAndGender: event.keepsAgeAndGender,
    allowsPaidMessages: event.allowsPaidMessages,
    contact: event.contact,
    hasSpotlight: event.hasSpotlight,
    hasCornerQr: event.hasCornerQr,
    hasSound: event.hasSound,
    nameWords: event.nameWords,
    isRehearsal: true,
    state: "open",
    opensAt: now - OPENS_BEFORE_MS,
    closesAt,
    retentionEndsAt: closesAt + KEPT_MS,
  };
}
