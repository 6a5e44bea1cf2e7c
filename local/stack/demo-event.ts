import type { Clock } from "../aws/service.ts";
import type { Settings } from "./settings.ts";

const DAY_MS = 86_400_000;

export type DemoEvent = NonNullable<Settings["event"]>;

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
  const answer = (await response.json()) as { data?: { createEvent?: DemoEvent }; errors?: unknown };
  if (answer.data?.createEvent === undefined || answer.data.createEvent === null) {
    throw new Error(`the demo event could not be created: ${JSON.stringify(answer.errors)}`);
  }
  return answer.data.createEvent;
}
