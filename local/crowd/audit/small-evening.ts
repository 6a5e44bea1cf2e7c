import { emptyBoard, readSnapshot, type BoardSnapshot } from "#domain/board";
import { usualScreen } from "#domain/screen";
import { privateCopiesOf } from "./file-checks.ts";
import type { Face } from "#domain/face";
import { type Standing, standingOf } from "#domain/standing";
import { botWords } from "#domain/words/bot";
import type { ChatEntry } from "../phones.ts";
import type { Sent } from "../sent.ts";
import type { StoredDelivery, StoredGuest, StoredPhoto, World } from "./world.ts";

const EVENT = "event-1";
const ids = { hanako: "U".padEnd(33, "a"), taro: "U".padEnd(33, "b") };
const SENT_AT = 1_800_000_000_000;

const face = (happy: number): Face => ({
  box: { left: 0.1, top: 0.1, width: 0.2, height: 0.3 },
  confidence: 99,
  emotions: [{ type: "HAPPY", confidence: happy }],
});

/**
 * Hanako's photo is shown, Taro's shows a cake, a second one of his was taken back, a third one is Hanako's again, and
 * two more cakes were sent together: everything as it should be.
 */
export function smallEvening(): { readonly sent: Sent; readonly world: World } {
  const shown: StoredPhoto = {
    ...photoOf("1001", "hanako", { state: "shown", score: 90, faces: [face(90)] }),
    image: "p/1001",
    original: "originals/1001.jpg",
    width: 100,
    contentHash: "hash 1001",
    lookHash: "00000000ffffffff",
    sizeBytes: 1_001,
  };
  const cake: StoredPhoto = {
    ...photoOf("1002", "taro", { state: "hidden", score: 0, faces: [] }),
    reason: "no-face",
    original: "originals/1002.jpg",
    width: 100,
    contentHash: "hash 1002",
    sizeBytes: 1_002,
  };
  const removed: StoredPhoto = {
    ...photoOf("1003", "taro", { state: "removed", score: 0 }),
    reason: "withdrawn",
  };
  const repeat: StoredPhoto = {
    ...photoOf("1005", "taro", { state: "hidden", score: 90, faces: [face(90)] }),
    reason: "duplicate",
    duplicateOf: "1001",
    original: "originals/1005.jpg",
    width: 100,
    contentHash: "hash 1001",
    lookHash: "00000000ffffffff",
    sizeBytes: 1_001,
  };
  const together = ["1006", "1007"].map((id): StoredPhoto => ({
    ...cake,
    photoId: id,
    sentAt: SENT_AT + Number(id),
    original: `originals/${id}.jpg`,
    contentHash: `hash ${id}`,
    sizeBytes: Number(id),
  }));
  const guests = [guestOf("hanako", [shown]), guestOf("taro", [cake, removed, repeat, ...together])];
  return {
    sent: {
      guests: [
        { lineUserId: ids.hanako, displayName: "hanako", language: "ja", hasBlocked: false },
        { lineUserId: ids.taro, displayName: "taro", language: "en", hasBlocked: false },
      ],
      photos: [
        sentPhoto("1001", 0, "bride"),
        sentPhoto("1002", 1, "cake"),
        { ...sentPhoto("1003", 1, "bride"), isUnsent: true },
        { ...sentPhoto("1001", 1, "bride"), photoId: "1005" },
        { ...sentPhoto("1006", 1, "cake"), set: { id: "S1", index: 1 } },
        { ...sentPhoto("1007", 1, "cake"), set: { id: "S1", index: 2 } },
      ],
      messages: [{ messageId: "1004", guest: 0, kind: "text" }],
    },
    world: {
      event: { eventId: EVENT, boardId: "board-1", policy: "show-first", moderation: "assist" },
      guests,
      photos: [shown, cake, removed, repeat, ...together],
      deliveries: [
        delivery("reply", "1001"),
        delivery("reply", "1002"),
        delivery("reply", "1004"),
        delivery("reply", "1005"),
        delivery("reply", "set#S1"),
        delivery("unsent", "1003"),
      ],
      objects: [
        ...["1001", "1002", "1005", "1006", "1007"].map((id) => `originals/${id}.jpg`),
        ...[shown, cake, repeat, ...together].flatMap(privateCopiesOf),
        "public/p/1001-s.jpg",
        "public/p/1001.jpg",
      ],
      cdn: [
        { key: "p/1001.jpg", status: 200 },
        { key: "p/1001-s.jpg", status: 200 },
        { key: "originals/1001.jpg", status: 403 },
        { key: `copies/${EVENT}/guest hanako/1001.jpg`, status: 403 },
      ],
      chats: [
        [said("1001"), reply("1001", "flex", "90.0pt"), said("1004"), reply("1004", "flex", "help")],
        [
          said("1002"),
          reply("1002", "text", botWords.en.refusal("no-face", undefined)),
          said("1003"),
          said("1005"),
          reply("1005", "text", botWords.en.refusal("duplicate", undefined)),
          said("1006"),
          said("1007"),
          setReply("1007", ["1006", "1007"]),
        ],
      ],
      testimony: testimonyOf(guests, [shown]),
      waiting: 0,
      deadLetters: 0,
    },
  };
}

type Name = keyof typeof ids;

function photoOf(
  photoId: string,
  guest: Name,
  read: Pick<StoredPhoto, "state" | "score"> & { readonly faces?: readonly Face[] },
): StoredPhoto {
  const sentAt = SENT_AT + Number(photoId);
  return {
    eventId: EVENT,
    guestId: `guest ${guest}`,
    photoId,
    displayName: guest,
    sentAt,
    step: "answered",
    ...read,
  };
}

function guestOf(name: Name, photos: readonly StoredPhoto[]): StoredGuest {
  const guestId = `guest ${name}`;
  const { score, rankKey, best, photos: count }: Standing = standingOf(photos, { guestId });
  const language = name === "hanako" ? "ja" : "en";
  const guest = {
    eventId: EVENT,
    guestId,
    lineUserId: ids[name],
    displayName: name,
    language,
    photos: count,
  };
  return { ...guest, score, rankKey, photoId: best?.photoId, image: best?.image, faces: best?.faces?.length };
}

const sentPhoto = (photoId: string, guest: number, picture: string): Sent["photos"][number] => ({
  photoId,
  guest,
  picture,
  look: photoId,
  contentHash: `hash ${photoId}`,
  sizeBytes: Number(photoId),
  isUnsent: false,
});

const delivery = (kind: "reply" | "unsent", id: string): StoredDelivery => ({
  deliveryId: `${kind}#${id}`,
  kind: `${kind} 1`,
  recordedAt: SENT_AT,
});

const said = (messageId: string): ChatEntry => ({
  messageId,
  from: "guest",
  sentAt: SENT_AT,
  body: { type: "image" },
  readAt: SENT_AT,
});

const reply = (answers: string, type: "text" | "flex", words: string): ChatEntry => ({
  messageId: `${answers}1`,
  from: "bot",
  sentAt: SENT_AT,
  body: { type, text: words, altText: words },
  answers,
  via: "reply",
});

/** One card for each photo, and a picture of a cake on none of them. */
const setReply = (answers: string, ids: readonly string[]): ChatEntry => ({
  ...reply(answers, "flex", "2"),
  body: {
    type: "flex",
    altText: "2",
    contents: {
      type: "carousel",
      contents: ids.map((id) => ({
        type: "bubble",
        text: botWords.en.refusal("no-face", undefined),
        uri: `https://liff.line.me/1-a/me/photos/${id}`,
      })),
    },
  },
});

function testimonyOf(guests: readonly StoredGuest[], shown: readonly StoredPhoto[]): World["testimony"] {
  const board: BoardSnapshot = {
    title: "宴",
    language: "ja",
    theme: "hall-dark",
    joinCode: "CDFGHJ",
    ...usualScreen,
    eventVersion: 1,
    stage: { name: "ranking", step: null, version: 1 },
    totals: { guests: 1, photos: 1 },
    standings: guests
      .filter(({ rankKey }) => rankKey !== undefined)
      .map(({ guestId, displayName, score, rankKey, photoId, image, faces, photos }) => ({
        guestId,
        displayName,
        score: score ?? null,
        rankKey: rankKey ?? null,
        photoId: photoId ?? null,
        image: image ?? null,
        faces: faces ?? null,
        photos,
        version: 2,
      })),
    photos: shown.map(({ photoId, guestId, image, sentAt }) => ({
      photoId,
      guestId,
      displayName: "hanako",
      image: image ?? null,
      width: 100,
      height: 100,
      faces: [],
      sentAt,
      version: 1,
    })),
  };
  const screen = readSnapshot(emptyBoard, board, 0);
  const heard = [{ id: "1001", version: 1, image: "p/1001", row: "the photo" }];
  return { heard, reconnects: 0, before: screen, after: screen, board, text: JSON.stringify(board) };
}
