import * as z from "zod";

/** Whose a dead letter is: an event's, or a LINE user's at a time; milliseconds since the epoch. */
export type LetterOwner =
  | { readonly eventId: string }
  | { readonly lineUserId: string; readonly sentAt: number };

const ownShape = z.object({ eventId: z.string().min(1) }).transform(({ eventId }) => ({ eventId }));
const guestShape = z
  .object({ event: z.object({ timestamp: z.number(), source: z.object({ userId: z.string().min(1) }) }) })
  .transform(({ event }) => ({ lineUserId: event.source.userId, sentAt: event.timestamp }));
const letterShape: z.ZodType<LetterOwner> = z.union([ownShape, guestShape]);

/** `undefined`: nobody's that could be told. */
export function subjectOf(body: string): LetterOwner | undefined {
  const read = letterShape.safeParse(parsed(body));
  return read.success ? read.data : undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // nobody's
  }
}
