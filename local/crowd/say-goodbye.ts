import type { Phones } from "./phones.ts";
import type { Sent, SentMessage, SentPhoto } from "./sent.ts";

/** One reply tells at most ten results that are still owed. */
const ROUNDS = 2;
/** Who looks through the own photos at the end takes back every so many-th. */
const TAKEN_BACK = 5;

/**
 * The end of an evening. A2: whoever was not told a result hears it with the next reply, so every guest says something
 * more. P3: some photos that have long been shown are taken back. Returns everything that was sent, this included.
 */
export async function sayGoodbye(phones: Phones, sent: Sent, settle: () => Promise<void>): Promise<Sent> {
  const messages: SentMessage[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [guest, { lineUserId }] of sent.guests.entries()) {
      const messageId = await phones.sendText(lineUserId, "またね");
      messages.push({ kind: "text", guest, messageId });
    }
    await settle();
  }
  const photos: SentPhoto[] = [];
  for (const [at, photo] of sent.photos.entries()) {
    const isRegretted = !photo.isUnsent && at % TAKEN_BACK === 0;
    if (isRegretted) await phones.unsend(sent.guests[photo.guest]?.lineUserId ?? "", photo.photoId);
    photos.push(isRegretted ? { ...photo, isUnsent: true } : photo);
  }
  await settle();
  return { ...sent, photos, messages: [...sent.messages, ...messages] };
}
