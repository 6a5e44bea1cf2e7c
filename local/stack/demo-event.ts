import * as z from "zod";
import type { Clock } from "../aws/service.ts";

const DAY_MS = 86_400_000;

const eventSchema = z.object({ eventId: z.string(), boardId: z.string(), closesAt: z.number() });
const answerSchema = z.object({ data: z.object({ createEvent: eventSchema }) });

export type DemoEvent = z.output<typeof eventSchema>;

const mutation = `mutation ($title: String!, $language: String, $opensAt: Float!, $closesAt: Float!) {
  createEvent(title: $title, language: $language, opensAt: $opensAt, closesAt: $closesAt) { eventId boardId closesAt }
}`;

/** A ceremony to try the product with, made as a host makes one: through the API, with a host's token. */
export async function createDemoEvent(
  graphqlUrl: string,
  accessToken: string,
  clock: Clock,
): Promise<DemoEvent> {
  const now = clock();
  const variables = {
    title: "さくら & 健 結婚披露宴",
    language: "ja",
    opensAt: now - 60_000,
    closesAt: now + 30 * DAY_MS,
  };
  const response = await fetch(graphqlUrl, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: accessToken },
    body: JSON.stringify({ query: mutation, variables }),
  });
  const answer: unknown = await response.json();
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw new Error(`the demo event could not be created: ${JSON.stringify(answer)}`);
  return parsed.data.data.createEvent;
}
