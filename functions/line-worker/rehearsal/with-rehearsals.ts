import { rehearsalGuestOf, rehearsalMessageOf, rehearsalProfile, rehearsalTokenOf } from "#domain/rehearsal";
import type { GuestMessenger } from "../../shared/ports/guest-messenger.ts";
import type { RehearsalBucket, RehearsalCall } from "../../shared/ports/rehearsal-calls.ts";
import type { WorkerPorts } from "../worker-ports.ts";
import { rehearsedReaders } from "./rehearsed-readers.ts";

/** LINE promises no more. */
const TOKEN_LIVES_MS = 60_000;

/**
 * H3: the worker's ports with drawn guests among the real ones. LINE is never asked or told anything about a drawn guest:
 * it is written down instead, and answered as LINE would. Everything of real guests goes where it went.
 */
export function withRehearsals(ports: WorkerPorts, bucket: RehearsalBucket): WorkerPorts {
  const { source, menu, allowance, store, clock } = ports;
  /** False: a real guest. */
  const isNoted = async (call: RehearsalCall, lineUserId: string): Promise<boolean> => {
    const drawn = rehearsalGuestOf(lineUserId);
    if (drawn === undefined) return false;
    await bucket.note(drawn.eventId, { call, subject: String(drawn.guest), at: clock() });
    return true;
  };
  return {
    ...ports,
    ...rehearsedReaders(ports, bucket, clock),
    messenger: rehearsedMessenger(ports, bucket, isNoted),
    source: {
      photoContent: (photoId, maxBytes, contentUrl) =>
        rehearsalMessageOf(photoId) === undefined || contentUrl === undefined
          ? source.photoContent(photoId, maxBytes)
          : bucket.pictureAt(contentUrl, maxBytes),
    },
    menu: {
      show: async (lineUserId, language) =>
        (await isNoted("menu", lineUserId)) || menu.show(lineUserId, language),
    },
    allowance: {
      take: async (lineUserId) => (await isNoted("quota", lineUserId)) || allowance.take(lineUserId),
      stop: () => allowance.stop(),
    },
    store: {
      ...store,
      async savePhoto(photo, expectedVersion) {
        const isSaved = await store.savePhoto(photo, expectedVersion);
        const isNew = expectedVersion === 0 && rehearsalMessageOf(photo.photoId) !== undefined;
        if (isSaved && isNew)
          await bucket.note(photo.eventId, { call: "stored", subject: photo.photoId, at: clock() });
        return isSaved;
      },
    },
  };
}

function rehearsedMessenger(
  { messenger, clock }: Pick<WorkerPorts, "messenger" | "clock">,
  bucket: RehearsalBucket,
  isNoted: (call: RehearsalCall, lineUserId: string) => Promise<boolean>,
): GuestMessenger {
  return {
    async reply(replyToken, answer, earlier) {
      const token = rehearsalTokenOf(replyToken);
      if (token === undefined) return messenger.reply(replyToken, answer, earlier);
      const { eventId, sentAt, subject } = token;
      const isExpired = clock() - sentAt > TOKEN_LIVES_MS;
      await bucket.note(eventId, { call: isExpired ? "expired" : "reply", subject, at: clock() });
      return { kind: isExpired ? "expired" : "sent" };
    },
    async push(lineUserId, answer, earlier, retryKey) {
      const drawn = rehearsalGuestOf(lineUserId);
      if (drawn === undefined) return messenger.push(lineUserId, answer, earlier, retryKey);
      await bucket.note(drawn.eventId, { call: "push", subject: retryKey, at: clock() });
      return { kind: "sent" };
    },
    async showLoading(lineUserId) {
      if (!(await isNoted("loading", lineUserId))) await messenger.showLoading(lineUserId);
    },
    async profile(lineUserId) {
      const drawn = rehearsalGuestOf(lineUserId);
      if (drawn === undefined) return messenger.profile(lineUserId);
      await isNoted("profile", lineUserId);
      return rehearsalProfile(drawn);
    },
  };
}
