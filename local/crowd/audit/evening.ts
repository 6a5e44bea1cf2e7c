import { grouped } from "#domain/grouped";
import { type Standing, standingOf } from "#domain/standing";
import type { ChatEntry } from "../phones.ts";
import { PICTURES, type Picture } from "../pictures.ts";
import type { HostWord, Sent, SentGuest, SentMessage, SentPhoto } from "../sent.ts";
import { repeatsAmong } from "./repeats.ts";
import { resultsIn, type ToldResult } from "./told.ts";
import type { StoredDelivery, StoredGuest, StoredPhoto, World } from "./world.ts";

/** A message of a guest and everything that became of it. */
export interface MessageCase {
  readonly id: string;
  readonly sender: SentGuest;
  /** The bot's server took its webhook. */
  readonly isAccepted: boolean;
  /** What the bot replied to it, or to any photo of its set (A4). */
  readonly replies: readonly ChatEntry[];
  /** The record of the one attempt to reply. */
  readonly attempt: StoredDelivery | undefined;
}

export interface PhotoCase extends MessageCase {
  readonly sent: SentPhoto;
  readonly picture: Picture;
  readonly rows: readonly StoredPhoto[];
  /** The only row, if there is just one. */
  readonly row: StoredPhoto | undefined;
  readonly tombstone: StoredDelivery | undefined;
  /** What those replies told of this photo. */
  readonly told: readonly ToldResult[];
  readonly hostSays: HostWord["says"] | undefined;
}

export interface ChatCase extends MessageCase {
  readonly sent: SentMessage;
}

export interface GuestCase {
  readonly guest: StoredGuest;
  /** As the rules derive it from the stored photos, and from nothing else. */
  readonly standing: Standing;
}

/** What was sent beside what is there, joined once for all checks. */
export interface Evening {
  readonly world: World;
  readonly sent: Sent;
  readonly photos: readonly PhotoCase[];
  readonly chats: readonly ChatCase[];
  /** Ids of all stored photos that the rules take for duplicates. */
  readonly repeats: ReadonlySet<string>;
  /** All guests of the event, this crowd's and others. */
  readonly guests: readonly GuestCase[];
}

export function joinEvening(sent: Sent, world: World): Evening {
  const rowsById = grouped(world.photos, ({ photoId }) => photoId);
  const rowsByGuest = grouped(world.photos, (row) => `${row.eventId}#${row.guestId}`);
  const deliveries = new Map(world.deliveries.map((delivery) => [delivery.deliveryId, delivery]));

  const sets = grouped(sent.photos, ({ photoId, set }) => set?.id ?? photoId);
  const hostWords = new Map(sent.hostWords?.map(({ photoId, says }) => [photoId, says]));

  const messageCase = (id: string, guest: number, replyId = id, ids = [id]): MessageCase => {
    const chat = world.chats[guest] ?? [];
    return {
      id,
      sender: senderOf(sent, guest),
      isAccepted: chat.some((entry) => entry.messageId === id && entry.readAt !== undefined),
      replies: chat.filter(({ from, answers = "" }) => from === "bot" && ids.includes(answers)),
      attempt: deliveries.get(`reply#${replyId}`),
    };
  };
  const photoCase = (photo: SentPhoto): PhotoCase => {
    const { photoId, set } = photo;
    const rows = rowsById.get(photoId) ?? [];
    const replyId = set === undefined ? photoId : `set#${set.id}`;
    const ids = sets.get(set?.id ?? photoId)?.map((member) => member.photoId);
    const message = messageCase(photoId, photo.guest, replyId, ids);
    const results = resultsIn(message.replies);
    return {
      ...message,
      sent: photo,
      told: set === undefined ? results : results.filter((result) => result.photoId === photoId),
      hostSays: hostWords.get(photoId),
      picture: pictureOf(photo),
      rows,
      row: rows.length === 1 ? rows[0] : undefined,
      tombstone: deliveries.get(`unsent#${photoId}`),
    };
  };
  const guestCase = (guest: StoredGuest): GuestCase => {
    const photos = rowsByGuest.get(`${guest.eventId}#${guest.guestId}`) ?? [];
    const { isExcluded, isOffScreen, bannedAt } = guest;
    const excluded = isExcluded === true || isOffScreen === true || bannedAt !== undefined;
    return { guest, standing: standingOf(photos, { guestId: guest.guestId, excluded }) };
  };
  return {
    world,
    sent,
    photos: sent.photos.map(photoCase),
    chats: sent.messages.map((message) => ({
      ...messageCase(message.messageId, message.guest),
      sent: message,
    })),
    repeats: repeatsAmong(world.photos),
    guests: world.guests.filter(({ eventId }) => eventId === world.event.eventId).map(guestCase),
  };
}

function senderOf(sent: Sent, guest: number): SentGuest {
  const sender = sent.guests[guest];
  if (sender === undefined) throw new Error(`nobody is guest ${guest}`);
  return sender;
}

function pictureOf({ picture }: SentPhoto): Picture {
  const known = PICTURES.find(({ name }) => name === picture);
  if (known === undefined) throw new Error(`no picture is called ${picture}`);
  return known;
}
