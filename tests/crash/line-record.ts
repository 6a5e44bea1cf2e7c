import { createHash } from "node:crypto";
import * as z from "zod";
import type { Sent, SentMessage, SentPhoto } from "../../local/crowd/sent.ts";
import type { SteadyCrowd } from "./steady-crowd.ts";

const chatSchema = z.object({
  messages: z.array(
    z.object({
      messageId: z.string(),
      from: z.enum(["guest", "bot"]),
      body: z.looseObject({ type: z.string() }),
      readAt: z.number().optional(),
      undelivered: z.string().optional(),
      unsentAt: z.number().optional(),
    }),
  ),
});
type Entry = z.output<typeof chatSchema>["messages"][number];

/** What LINE itself remembers: the only witness of what happened while everything was cut off. */
export interface LineRecord {
  readonly sent: Sent;
  /** Messages whose webhook LINE gave up. */
  readonly givenUp: number;
}

const kinds: Readonly<Record<string, SentMessage["kind"]>> = { text: "text", notice: "follow" };

export async function readLineRecord(lineOrigin: string, crowd: SteadyCrowd): Promise<LineRecord> {
  const photos: SentPhoto[] = [];
  const messages: SentMessage[] = [];
  const entries = await entriesOf(lineOrigin, crowd);
  for (const { guest, ...entry } of entries) {
    const kind = kinds[entry.body.type];
    if (kind !== undefined) messages.push({ kind, guest, messageId: entry.messageId });
    else photos.push(await sentPhoto(lineOrigin, crowd, guest, entry));
  }
  const guests = crowd.guests.map((guest) => ({ ...guest, hasBlocked: false }));
  const givenUp = entries.filter(({ undelivered }) => undelivered !== undefined).length;
  return { sent: { guests, photos, messages }, givenUp };
}

/** Messages whose webhook got no 200 yet and is still to be sent. */
export async function countPending(lineOrigin: string, crowd: SteadyCrowd): Promise<number> {
  const entries = await entriesOf(lineOrigin, crowd);
  return entries.filter(({ readAt, undelivered }) => readAt === undefined && undelivered === undefined)
    .length;
}

async function entriesOf(
  lineOrigin: string,
  crowd: SteadyCrowd,
): Promise<readonly (Entry & { readonly guest: number })[]> {
  const chats = crowd.guests.map(async ({ lineUserId }, guest) => {
    const response = await fetch(`${lineOrigin}/local/users/${lineUserId}/chat`);
    const { messages } = chatSchema.parse(await response.json());
    return messages.filter(({ from }) => from === "guest").map((entry) => ({ ...entry, guest }));
  });
  return (await Promise.all(chats)).flat();
}

async function sentPhoto(
  lineOrigin: string,
  crowd: SteadyCrowd,
  guest: number,
  { messageId, unsentAt, body }: Entry,
): Promise<SentPhoto> {
  const isUnsent = unsentAt !== undefined;
  // LINE forgets the content of what was taken back; nobody compares it then.
  if (isUnsent)
    return { photoId: messageId, guest, picture: "bride", contentHash: "", sizeBytes: 0, isUnsent };
  const response = await fetch(`${lineOrigin}/local/content/${messageId}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const known = crowd.pictures.get(createHash("sha256").update(bytes).digest("hex"));
  if (known === undefined) throw new Error(`nobody sent what LINE keeps as ${body.type} ${messageId}`);
  return { photoId: messageId, guest, ...known, isUnsent };
}
