import { botWords } from "#domain/words/bot";
import type { ChatEntry } from "../phones.ts";

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

/** What a guest was told of one photo: a text, a card, or one card of several. */
export interface ToldResult {
  /** Of the photo that the card leads to. */
  readonly photoId: string | undefined;
  /** Everything in it, as JSON. */
  readonly words: string;
}

/** The results themselves, and not only that something arrived. */
export function resultsIn(replies: readonly ChatEntry[]): readonly ToldResult[] {
  const telling = ownReplies(replies).filter(({ body }) => !receipts.includes(String(body["altText"])));
  return telling.flatMap(({ body }) => cardsOf(body)).map(toResult);
}

/** A carousel's own cards; anything else is one. */
function cardsOf(body: ChatEntry["body"]): readonly unknown[] {
  const { contents } = body;
  if (typeof contents !== "object" || contents === null || !("contents" in contents)) return [body];
  return Array.isArray(contents.contents) ? contents.contents : [body];
}

function toResult(card: unknown): ToldResult {
  const words = JSON.stringify(card);
  return { photoId: /\/me\/photos\/(\d+)/.exec(words)?.[1], words };
}

const REFUSED = ["no-face", "unreadable", "unsupported-type", "too-large", "duplicate"] as const;

/** Why a photo did not make it, if that is what was told. */
export const refusalIn = ({ words }: ToldResult): (typeof REFUSED)[number] | undefined =>
  REFUSED.find((reason) => sentences(reason).some((sentence) => words.includes(sentence)));

/** As they stand within JSON. */
const sentences = (reason: (typeof REFUSED)[number]): readonly string[] =>
  Object.values(botWords).map((words) => JSON.stringify(words.refusal(reason, undefined)).slice(1, -1));
