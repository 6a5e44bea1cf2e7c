import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import jpeg from "jpeg-js";
import type { FaceReading } from "#domain/decision";
import type { EventSettings } from "#domain/event";
import { seedRules } from "#domain/event-rules";
import type { Face } from "#domain/face";
import type { Language } from "#domain/language";
import type { ContentCheck } from "../shared/ports/content-checker.ts";
import type {
  Answer,
  EarlierResult,
  GuestProfile,
  PushOutcome,
  ReplyOutcome,
} from "../shared/ports/guest-messenger.ts";
import type { LabelReading } from "../shared/ports/label-reader.ts";
import type { PhotoContent } from "../shared/ports/photo-source.ts";
import type { PictureSource } from "../shared/ports/picture-source.ts";
import type { TextReading } from "../shared/ports/text-reader.ts";
import type { ExportMessage, QueueMessage } from "../shared/queue-message.ts";
import type { PhotoMessage } from "./guest-event.ts";
import { Fault } from "../shared/fault.ts";
import { InMemoryDeadLetters } from "../host-watch/in-memory-watch.ts";
import { InMemoryEndingStore } from "../shared/in-memory-ending-store.ts";
import { InMemoryHostStore } from "../shared/in-memory-host-store.ts";
import { InMemoryStore } from "../shared/in-memory-store.ts";
import { copyKeysOf, originalKeys } from "../shared/picture-keys.ts";
import type { WorkerPorts } from "./worker-ports.ts";
import { type Hook, watched } from "./watched-ports.ts";

export const OPENED_AT = 1_800_000_000_000;

export const demoEvent: EventSettings = {
  eventId: "event-1",
  boardId: "board-1",
  joinCode: "RRRRRR",
  title: "山田家 披露宴",
  language: "ja",
  opensAt: OPENED_AT,
  closesAt: OPENED_AT + 86_400_000,
  state: "open",
  policy: "show-first",
  moderation: "assist",
  keepsAgeAndGender: false,
  allowsPaidMessages: false,
  rules: seedRules,
  nameWords: [],
  retentionEndsAt: OPENED_AT + 90 * 86_400_000,
};

export const aPicture: Buffer = jpeg.encode(
  { width: 96, height: 80, data: new Uint8Array(96 * 80 * 4).fill(180) },
  80,
).data;

export const aFace = (happy: number): Face => ({
  box: { left: 0.1, top: 0.1, width: 0.4, height: 0.5 },
  confidence: 99.9,
  emotions: [{ type: "HAPPY", confidence: happy }],
});

/** The worker's ports in memory, with everything that happened to them. For tests. */
export function createWorld() {
  const store = new InMemoryStore();
  store.events.set(demoEvent.eventId, demoEvent);
  const hosts = new InMemoryHostStore(store);
  const world = {
    store,
    hosts,
    ending: new InMemoryEndingStore(store, hosts),
    /** Dead letters of one queue; its seconds go with nobody's clock. */
    letters: new InMemoryDeadLetters(),
    now: OPENED_AT + 1_000,
    hook: undefined as Hook | undefined,
    calls: [] as string[],
    files: new Map<string, Uint8Array>(),
    contents: new Map<string, PhotoContent>(),
    faces: new Map<string, FaceReading>(),
    check: { kind: "checked", labels: [] } as ContentCheck,
    labels: { kind: "read", labels: [] } as LabelReading,
    text: { kind: "read", lines: [] } as TextReading,
    profile: { displayName: "花子", language: "ja" } as GuestProfile | undefined,
    replies: [] as {
      readonly token: string;
      readonly answer: Answer;
      readonly earlier?: readonly EarlierResult[];
    }[],
    /** Whom which menu was shown. */
    menus: [] as { readonly lineUserId: string; readonly language: Language }[],
    replyOutcome: { kind: "sent" } as ReplyOutcome,
    pushes: [] as {
      readonly to: string;
      readonly answer: Answer;
      readonly earlier: readonly EarlierResult[];
      readonly retryKey: string;
    }[],
    pushOutcome: { kind: "sent" } as PushOutcome,
    /** How many more may be pushed. */
    pushesLeft: Infinity,
    /** Images, or a star for all. */
    forgotten: [] as string[],
    queued: [] as { readonly message: QueueMessage; readonly delaySeconds: number }[],
    queuedExports: [] as { readonly message: ExportMessage; readonly delaySeconds: number }[],

    /** A guest's photo on LINE's side: what faces are on it, and its event. Other bytes with every `look`. */
    addPhoto(
      photoId: string,
      happy: readonly number[],
      lineUserId = "U".padEnd(33, "a"),
      look = photoId,
    ): PhotoMessage {
      world.contents.set(photoId, { kind: "content", bytes: Buffer.concat([aPicture, Buffer.from(look)]) });
      world.faces.set(photoId, { kind: "read", faces: happy.map(aFace) });
      const address = { replyId: photoId, replyToken: `token-${photoId}` };
      return { kind: "photo", photoId, lineUserId, sentAt: OPENED_AT + Number(photoId), ...address };
    },
    /** Names of what lies in a part of the store. */
    stored: (prefix: string) => [...world.files.keys()].filter((key) => key.startsWith(prefix)),
    ports: undefined as unknown as WorkerPorts, // set below, out of the world itself
  };
  world.ports = watched(portsOf(world), (moment, call) => {
    if (moment === "before") world.calls.push(call);
    return world.hook?.(moment, call);
  });
  return world;
}

export type World = ReturnType<typeof createWorld>;

function portsOf(world: Omit<World, "ports">): WorkerPorts {
  const idOf = (picture: PictureSource): string =>
    (picture.kind === "stored" ? /(\d+)\.\w+$/.exec(picture.key)?.[1] : undefined) ?? "";
  return {
    store: world.store,
    hosts: world.hosts,
    clock: () => world.now,
    guestIdKey: "guest-id-key",
    source: { photoContent: async (id) => world.contents.get(id) ?? { kind: "gone" } },
    photos: {
      putOriginal: async (key, bytes) => void world.files.set(key, bytes),
      putCopies: async (photo, copies) => {
        const keys = copyKeysOf(photo);
        world.files.set(keys.display, copies.display).set(keys.thumbnail, copies.thumbnail);
      },
      publishCopies: async (photo, image) => {
        const keys = copyKeysOf(photo);
        const [display, thumbnail] = [world.files.get(keys.display), world.files.get(keys.thumbnail)];
        if (display === undefined || thumbnail === undefined)
          throw new Fault("photo-store-failed", "no copy");
        world.files.set(`public/${image}.jpg`, display).set(`public/${image}-s.jpg`, thumbnail);
      },
      withdrawCopies: async (image) => {
        world.files.delete(`public/${image}.jpg`);
        world.files.delete(`public/${image}-s.jpg`);
      },
      deletePictures: async (photo) => {
        for (const key of [...originalKeys(photo), ...Object.values(copyKeysOf(photo))])
          world.files.delete(key);
      },
    },
    archives: {
      stored: async (key) => {
        const bytes = world.files.get(key);
        if (bytes === undefined) throw new Fault("photo-store-failed", "no original");
        return bytes;
      },
      putArchive: async (key, zip) => {
        const bytes = await buffer(zip);
        world.files.set(key, bytes);
        return bytes.length;
      },
      putRows: async (key, rows) => void world.files.set(key, rows),
      deleteArchive: async (key) => void world.files.delete(key),
    },
    files: {
      keys: async (prefix, after = "") =>
        world
          .stored(prefix)
          .filter((key) => key > after)
          .toSorted()
          .slice(0, 4),
      remove: async (keys) => keys.forEach((key) => world.files.delete(key)),
    },
    ending: world.ending,
    deadLetters: [world.letters],
    faceReader: {
      readFaces: async (picture) =>
        world.faces.get(idOf(picture)) ?? { kind: "refused", reason: "unreadable" },
    },
    contentChecker: { checkContent: async () => world.check },
    labelReader: { readLabels: async () => world.labels },
    textReader: { readText: async () => world.text },
    copyMaker: {
      makeCopies: async (bytes, { width, height }) => ({
        kind: "made",
        copies: { display: bytes, thumbnail: bytes, width, height },
        // Other bytes look different here.
        lookHash: createHash("sha256").update(bytes).digest("hex").slice(0, 16),
      }),
    },
    copyCache: {
      forget: async (image) => void world.forgotten.push(image),
      forgetAll: async () => void world.forgotten.push("*"),
    },
    messenger: {
      reply: async (token, answer, earlier) => {
        world.replies.push({ token, answer, ...(earlier.length > 0 && { earlier }) });
        return world.replyOutcome;
      },
      push: async (to, answer, earlier, retryKey) => {
        world.pushes.push({ to, answer, earlier, retryKey });
        return world.pushOutcome;
      },
      showLoading: async () => {},
      profile: async () => world.profile,
    },
    allowance: {
      take: async () => {
        world.pushesLeft -= 1;
        return world.pushesLeft >= 0;
      },
      stop: () => void (world.pushesLeft = 0),
    },
    menu: {
      show: async (lineUserId, language) => {
        world.menus.push({ lineUserId, language });
        return true;
      },
    },
    exportQueue: {
      send: async (message, delaySeconds) => void world.queuedExports.push({ message, delaySeconds }),
      sendAll: async (messages, delaySeconds) =>
        void world.queuedExports.push(...messages.map((message) => ({ message, delaySeconds }))),
    },
    queue: {
      send: async (message, delaySeconds) => void world.queued.push({ message, delaySeconds }),
      sendAll: async (messages, delaySeconds) =>
        void world.queued.push(...messages.map((message) => ({ message, delaySeconds }))),
    },
  };
}

/** The queue's promise: again until it went well. */
export async function untilDone(work: () => Promise<void>): Promise<void> {
  for (let delivery = 0; delivery < 5; delivery += 1) {
    const failed = await work().then(
      () => false,
      () => true,
    );
    if (!failed) return;
  }
  throw new Error("failed five times");
}
