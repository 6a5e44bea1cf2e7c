import * as z from "zod";
import { isRehearsalUser } from "#domain/rehearsal";

/** How the answer to an event reaches its guest. */
export interface ReplyAddress {
  /** The same for every delivery of the same event: one id, one answer. */
  readonly replyId: string;
  readonly replyToken: string | undefined;
  /** LINE delivered the event again, which gives the token another minute. */
  readonly isRedelivery?: true;
}

/** Whom the answer reaches. */
export interface Sender extends ReplyAddress {
  readonly lineUserId: string;
  /** LINE's time stamp of what is answered, milliseconds since the epoch. */
  readonly sentAt: number;
  /** Of the photo that is answered. */
  readonly photoId?: string;
}

interface FromGuest {
  readonly lineUserId: string;
  /** LINE's time stamp, milliseconds since the epoch. */
  readonly sentAt: number;
}

/** A4: photos that were sent in one go, as far as LINE tells. */
export interface ImageSet {
  readonly id: string;
  /** The photo's place among them, from 1. */
  readonly index?: number;
  /** How many there are. */
  readonly total?: number;
}

export interface PhotoMessage extends FromGuest, ReplyAddress {
  readonly kind: "photo";
  readonly photoId: string;
  /** H4: where a drawn guest's photo lies. */
  readonly contentUrl?: string;
  /** Its `replyId` is the same for all photos of the set. */
  readonly imageSet?: ImageSet;
}

/** Text, stickers, postbacks … (`chat`), videos and files (`unsupported`), a new friend (`follow`). */
export interface ChatMessage extends FromGuest, ReplyAddress {
  readonly kind: "chat" | "unsupported" | "follow";
  /** What was written, if it was a text; of a button what it stands for. */
  readonly text?: string;
}

export interface Unsend extends FromGuest {
  readonly kind: "unsend";
  readonly photoId: string;
}

export type GuestEvent = PhotoMessage | ChatMessage | Unsend;

const realUser = /^U[0-9a-f]{32}$/;
const messageId = z.string().regex(/^\d{1,32}$/);
const count = z.int().positive().optional().catch(undefined);
const imageSetShape = z
  .object({ id: z.string().min(1).max(200), index: count, total: count })
  .transform(({ id, index, total }): ImageSet => ({
    id,
    ...(index !== undefined && { index }),
    ...(total !== undefined && { total }),
  }));
const eventShape = z.object({
  type: z.string(),
  timestamp: z.number(),
  source: z.object({ type: z.literal("user"), userId: z.string() }),
  webhookEventId: z.string().min(1).max(100).optional(),
  replyToken: z.string().min(1).max(500).optional(),
  deliveryContext: z.object({ isRedelivery: z.boolean() }).optional(),
  message: z
    .object({
      id: messageId,
      type: z.string(),
      text: z.string().optional(),
      contentProvider: z.object({ type: z.string(), originalContentUrl: z.string().optional() }).optional(),
      // What is wrong with it must not cost the photo.
      imageSet: imageSetShape.optional().catch(undefined),
    })
    .optional(),
  unsend: z.object({ messageId }).optional(),
  postback: z.object({ data: z.string() }).optional(),
});
type LineEvent = z.infer<typeof eventShape>;

const unsupportedTypes: ReadonlySet<string> = new Set(["image", "video", "audio", "file"]);

/** What a guest did, from LINE's event; `undefined` for everything the bot has no business with. */
export function toGuestEvent(event: unknown): GuestEvent | undefined {
  const parsed = eventShape.safeParse(event);
  if (!parsed.success) return undefined;
  const { userId } = parsed.data.source;
  if (!realUser.test(userId) && !isRehearsalUser(userId)) return undefined;
  const { type, timestamp: sentAt, source, unsend, message, postback } = parsed.data;
  const guest = { lineUserId: source.userId, sentAt };
  if (type === "unsend" && unsend !== undefined)
    return { kind: "unsend", ...guest, photoId: unsend.messageId };
  if (type === "message" && message !== undefined) return fromMessage(parsed.data, message, guest);
  const address = replyAddress(parsed.data);
  if (address === undefined) return undefined;
  if (type === "follow") return { kind: "follow", ...guest, ...address };
  if (type === "postback" && postback !== undefined)
    return { kind: "chat", ...guest, ...address, text: postback.data };
  return undefined;
}

function fromMessage(
  event: LineEvent,
  message: NonNullable<LineEvent["message"]>,
  guest: FromGuest,
): GuestEvent {
  const address = { replyId: message.id, ...tokenOf(event) };
  const content = contentOf(message, guest);
  if (message.type === "image" && content !== undefined) {
    const photo = { kind: "photo", ...guest, photoId: message.id, ...content } as const;
    const { imageSet } = message;
    if (imageSet === undefined) return { ...photo, ...address };
    return { ...photo, ...address, replyId: setReplyId(imageSet.id), imageSet };
  }
  if (unsupportedTypes.has(message.type)) return { kind: "unsupported", ...guest, ...address };
  const { text } = message;
  // A sticker may carry words, too; only what was typed is a code.
  return {
    kind: "chat",
    ...guest,
    ...address,
    ...(message.type === "text" && text !== undefined && { text }),
  };
}

/**
 * What pages put into the chat lies on servers of others: we fetch nothing from there (`undefined`). H4: drawn guests'
 * photos lie in our own bucket, which the one who reads them makes sure of.
 */
function contentOf(
  { contentProvider }: NonNullable<LineEvent["message"]>,
  { lineUserId }: FromGuest,
): Pick<PhotoMessage, "contentUrl"> | undefined {
  if (isRehearsalUser(lineUserId)) {
    const { type, originalContentUrl: contentUrl } = contentProvider ?? {};
    return type === "external" && contentUrl !== undefined ? { contentUrl } : undefined;
  }
  return contentProvider === undefined || contentProvider.type === "line" ? {} : undefined;
}

/** A4: one set, one answer. */
export const setReplyId = (imageSetId: string): string => `set#${imageSetId}`;

function replyAddress(event: LineEvent): ReplyAddress | undefined {
  const { webhookEventId } = event;
  return webhookEventId === undefined ? undefined : { replyId: webhookEventId, ...tokenOf(event) };
}

const tokenOf = ({ replyToken, deliveryContext }: LineEvent): Omit<ReplyAddress, "replyId"> => ({
  replyToken,
  ...(deliveryContext?.isRedelivery === true && { isRedelivery: true }),
});
