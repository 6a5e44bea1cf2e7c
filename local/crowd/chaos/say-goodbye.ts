import type { Phones } from "../phones.ts";
import type { Sent, SentMessage } from "../sent.ts";

/** One reply tells at most ten results that are still owed. */
const ROUNDS = 2;

/**
 * A2: whoever was not told a result hears it with the next reply. At the end every guest says something more; returns
 * everything that was sent, these words included.
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
  return { ...sent, messages: [...sent.messages, ...messages] };
}
