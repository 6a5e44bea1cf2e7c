import { beginRehearsal, rehearsalJobId, type RehearsalWish } from "#domain/rehearsal-progress";
import { rehearsalMessageOf } from "#domain/rehearsal";
import type { Job } from "../shared/ports/host-store.ts";
import type { StoredPhoto } from "../shared/ports/ceremony-store.ts";
import type { RehearsalNote } from "../shared/ports/rehearsal-calls.ts";
import type { RehearsalStep } from "../shared/queue-message.ts";
import type { CrowdPorts } from "./crowd-ports.ts";

export const rehearsalId = "0f8fad5b-d9cb-469f-a165-70867728950e";
export const EVENT = "event-1";
const STARTED_AT = 1_800_000_000_000;

interface SentEvent {
  readonly type: string;
  readonly timestamp: number;
  readonly webhookEventId: string;
  readonly deliveryContext: { readonly isRedelivery: boolean };
  readonly message?: { readonly id: string; readonly type: string };
}

/**
 * A rehearsal in memory, whose time goes on only while drawn guests wait. `answer` is the webhook's; a worker that keeps
 * and answers every photo at once stands behind it. For tests.
 */
export function createCrowdWorld(
  wish: Partial<RehearsalWish> = {},
  answer: (call: number) => number = () => 200,
) {
  const size = { guests: 3, photos: 6, minutes: 1, readsForReal: false, ...wish };
  const world = {
    now: STARTED_AT,
    job: undefined as Job | undefined,
    isThere: true,
    delivered: [] as SentEvent[],
    /** What the webhook took. */
    taken: [] as SentEvent[],
    photos: new Map<string, StoredPhoto>(),
    notes: [] as RehearsalNote[],
    pictures: new Map<string, number>(),
    steps: [] as { readonly message: RehearsalStep; readonly delaySeconds: number }[],
    published: 0,
    cleared: 0,
    ports: undefined as unknown as CrowdPorts, // set below, out of the world itself
  };
  world.job = {
    jobId: rehearsalJobId(EVENT),
    eventId: EVENT,
    kind: "rehearsal",
    state: "running",
    total: size.photos,
    done: 0,
    report: beginRehearsal(size, { rehearsalId, boardId: "board-r" }),
    startedAt: STARTED_AT,
    movedAt: STARTED_AT,
    expiresAt: 9,
    version: 1,
  };
  let calls = 0;
  const keep = (event: SentEvent): void => {
    const id = event.message?.id ?? event.webhookEventId;
    world.notes.push({ call: "reply", subject: id, at: world.now + 40 });
    if (event.message?.type !== "image" || rehearsalMessageOf(id) === undefined) return;
    world.notes.push({ call: "stored", subject: id, at: world.now + 30 });
    world.photos.set(id, keptPhoto(id, event.timestamp));
  };
  world.ports = {
    hosts: {
      job: async () => world.job,
      saveJob: async (job, expected) => {
        if (world.job?.version !== expected) return false;
        world.job = { ...job, version: expected + 1 };
        return true;
      },
      publishJob: async () => void (world.published += 1),
    },
    events: {
      hostedEvent: async () =>
        // Only what a step looks at.
        world.isThere
          ? ({ state: "open", joinCode: "CDFGHJ" } as Awaited<
              ReturnType<CrowdPorts["events"]["hostedEvent"]>
            >)
          : undefined,
    },
    store: {
      photosOfEvent: async () => ({ photos: [...world.photos.values()] }),
      topGuests: async () => [],
      guest: async () => undefined,
      event: async () => undefined,
    },
    files: {
      putPicture: async (_event, name, bytes) => void world.pictures.set(name, bytes.length),
      pictureUrl: (event, name) => `https://bucket/rehearsal/pictures/${event}/${name}.jpg`,
      calls: async () => world.notes,
      clear: async () => void (world.cleared += 1),
    },
    draw: () => Uint8Array.of(1),
    queue: {
      send: async (message, delaySeconds) => void world.steps.push({ message, delaySeconds }),
      sendAll: async () => {},
    },
    deliver: async (events) => {
      const sent = events as readonly SentEvent[]; // as `eventsOfAct` makes them
      world.delivered.push(...sent);
      const status = answer(calls++);
      if (status !== 200) return status;
      const known = new Set(world.taken.map(({ webhookEventId }) => webhookEventId));
      world.taken.push(...sent);
      for (const event of sent) if (!known.has(event.webhookEventId)) keep(event);
      return 200;
    },
    clock: () => world.now,
    pause: async (delayMs) => void (world.now = Math.max(world.now, world.now + delayMs)),
  };
  return world;
}

const keptPhoto = (photoId: string, sentAt: number): StoredPhoto => ({
  eventId: rehearsalId,
  guestId: `guest ${photoId}`,
  photoId,
  displayName: "A",
  sentAt,
  step: "answered",
  state: "hidden",
  score: 0,
  faces: [],
  sizeBytes: 1_000,
  expiresAt: 9,
  version: 1,
});
