import * as z from "zod";

/** What a dead letter is about, without a word of its text and without its LINE user. */
export interface LetterSubject {
  /** As hosts are told: `photo`, `chat`, `follow`, `unsend`, the name of our own message, or `unreadable`. */
  readonly kind: string;
  readonly eventId?: string;
  readonly guestId?: string;
  readonly photoId?: string;
}

const id = z.string().min(1);
const bodyShape = z.object({
  kind: z.string().min(1),
  event: z.unknown().optional(),
  eventId: id.exactOptional(),
  guestId: id.exactOptional(),
  photoId: id.exactOptional(),
});
const lineEventShape = z.object({
  type: z.string(),
  message: z.object({ id, type: z.string() }).optional(),
  unsend: z.object({ messageId: id }).optional(),
});

export function subjectOfLetter(body: string): LetterSubject {
  const message = bodyShape.safeParse(parsed(body));
  if (!message.success) return { kind: "unreadable" };
  const { kind, event, ...about } = message.data;
  if (kind === "line-event") return subjectOfEvent(event);
  if (kind === "remind") return { ...subjectOfEvent(event), kind };
  return { kind, ...about };
}

function subjectOfEvent(event: unknown): LetterSubject {
  const lineEvent = lineEventShape.safeParse(event);
  if (!lineEvent.success) return { kind: "unreadable" };
  const { type, message, unsend } = lineEvent.data;
  if (unsend !== undefined) return { kind: "unsend", photoId: unsend.messageId };
  if (message?.type === "image") return { kind: "photo", photoId: message.id };
  return { kind: type === "follow" ? "follow" : "chat" };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // said by `unreadable`
  }
}
