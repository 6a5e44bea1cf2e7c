import * as z from "zod";
import { askApi } from "../ask-api.ts";
import type { Visit } from "./visit.ts";
import { until } from "./until.ts";

const eventShape = z.object({ eventId: z.string(), joinCode: z.string(), version: z.number() });
const eventFields = "eventId joinCode version";
const TITLE = "二次会";

/** As the local host: a second event that a guest joins by its code, its stages, a new address, a copy, and its end. */
export async function hostEvent({ stack }: Visit): Promise<void> {
  const { endpoints, services, line } = stack;
  const { userPoolId, userPoolClientId, host, graphqlUrl } = endpoints;
  const session = services.userPools.signInAs(userPoolId, userPoolClientId, host.username);
  const ask = <T>(shape: z.ZodType<T>, query: string, variables: object): Promise<T> =>
    askApi(graphqlUrl, { Authorization: session.AccessToken }, query, variables).then((answer) =>
      shape.parse(answer),
    );
  const now = Date.now();
  const times = { o: now - 1_000, c: now + 3_600_000 };
  const { eventId, joinCode, version } = await ask(
    eventShape,
    `mutation ($t: String!, $o: Float!, $c: Float!) {
      createEvent(title: $t, template: "wedding", opensAt: $o, closesAt: $c) { ${eventFields} } }`,
    { t: TITLE, ...times },
  );
  const { userId } = line.guests.create({ displayName: "Jo", language: "ja" });
  const { messageId } = line.guests.sendText(userId, joinCode.toLowerCase());
  await until("the greeting of the second event", () =>
    line.chats
      .messagesOf(userId)
      .some((message) => message.answers === messageId && JSON.stringify(message).includes(TITLE)),
  );
  for (const [seen, stage] of ['name: "frozen"', 'name: "reveal", step: 0'].entries()) {
    const arguments_ = `eventId: $e, ${stage}, seen: ${seen + 1}, attempt: "rights ${seen}"`;
    await ask(
      z.object({ version: z.literal(seen + 2) }),
      `mutation ($e: ID!) { setStage(${arguments_}) { version } }`,
      { e: eventId },
    );
  }
  const renewed = await ask(
    eventShape,
    `mutation ($e: ID!, $v: Int!) { renewBoard(eventId: $e, seen: $v) { ${eventFields} } }`,
    { e: eventId, v: version },
  );
  const copy = await ask(
    eventShape,
    `mutation ($e: ID!, $t: String!, $o: Float!, $c: Float!) {
      duplicateEvent(eventId: $e, title: $t, opensAt: $o, closesAt: $c) { ${eventFields} } }`,
    { e: eventId, t: TITLE, ...times },
  );
  for (const { eventId: e, version: v } of [renewed, copy]) {
    const archive = `mutation ($e: ID!, $v: Int!, $c: AWSJSON!) {
      updateEvent(eventId: $e, seen: $v, change: $c) { ${eventFields} } }`;
    await ask(eventShape, archive, { e, v, c: JSON.stringify({ state: "archived" }) });
  }
  const list = `query { events(state: "archived") { events { eventId } } }`;
  await until("the archived events in the list", async () => {
    const { events } = await ask(z.object({ events: z.array(z.object({ eventId: z.string() })) }), list, {});
    return [eventId, copy.eventId].every((id) => events.some((event) => event.eventId === id));
  });
}
