import { botWords } from "#domain/words/bot";
import type { ChatEntry } from "../phones.ts";
import type { PhotoCase } from "./evening.ts";

const headings = Object.values(botWords).map((words) => words.earlierResults);
const receipts = Object.values(botWords).map((words) => words.received);

/** A2: a message that tells results which were not told in time, one to a line below its heading. */
export function earlierResults({ body }: ChatEntry): readonly string[] | undefined {
  const [heading = "", ...lines] = typeof body["text"] === "string" ? body["text"].split("\n") : [];
  return headings.includes(heading) ? lines : undefined;
}

/** What was said to the message itself. */
export const ownReplies = (replies: readonly ChatEntry[]): readonly ChatEntry[] =>
  replies.filter((reply) => earlierResults(reply) === undefined);

/** The result itself was told, and not only that the photo arrived. */
export function isTold({ replies }: Pick<PhotoCase, "replies">): boolean {
  return ownReplies(replies).some(({ body }) => !receipts.includes(String(body["altText"])));
}
