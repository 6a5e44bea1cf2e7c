import { connectBackend, HOST, request } from "./client.ts";
import { optional, record, text } from "./parse.ts";

const TITLE = `query HostEventTitle($eventId: ID!) {
  hostEvent(eventId: $eventId) { title }
}`;

/** The event's title; null when there is no such event. Rejects as `request` does. */
export async function readEventTitle(eventId: string): Promise<string | null> {
  await connectBackend();
  const answer = record(await request(TITLE, { eventId }, HOST), "answer");
  return optional(answer, "hostEvent", (source, key) => text(record(source[key], key), "title"));
}
