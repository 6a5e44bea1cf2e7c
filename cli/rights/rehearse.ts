import * as z from "zod";
import { askApi } from "../ask-api.ts";
import { until } from "./until.ts";
import type { Visit } from "./visit.ts";

const MINUTE_S = 60;
const eventShape = z.object({ eventId: z.string(), version: z.number() });
const guestsShape = z.object({ guests: z.array(z.object({ guestId: z.string() })) });
const rehearsalShape = z.object({
  rehearsalId: z.string(),
  state: z.string(),
  phase: z.string(),
  report: z.string().nullable(),
});

/** As the local host: a drawn guest sends photos to an event of its own, whom the host takes out of the ranking. */
export async function rehearse(visit: Visit, later: (seconds: number) => Promise<void>): Promise<void> {
  const { endpoints, services } = visit.stack;
  const { userPoolId, userPoolClientId, host, graphqlUrl } = endpoints;
  const ask = async <T>(shape: z.ZodType<T>, query: string, variables: object): Promise<T> => {
    const session = services.userPools.signInAs(userPoolId, userPoolClientId, host.username);
    return shape.parse(await askApi(graphqlUrl, { Authorization: session.AccessToken }, query, variables));
  };
  const now = Date.now() + (visit.stack.faults.plan.clockOffsetMs ?? 0);
  const { eventId: e, version } = await ask(
    eventShape,
    `mutation ($o: Float!, $c: Float!) {
      createEvent(title: "練習", opensAt: $o, closesAt: $c) { eventId version } }`,
    { o: now - 1_000, c: now + 3_600_000 },
  );
  const fields = "rehearsalId state phase report";
  const { rehearsalId } = await ask(
    rehearsalShape,
    `mutation ($e: ID!) {
      rehearse(eventId: $e, guests: 1, photos: 8, minutes: 1, readsForReal: false) { ${fields} } }`,
    { e },
  );
  const seen = () => ask(rehearsalShape, `query ($e: ID!) { rehearsal(eventId: $e) { ${fields} } }`, { e });
  const phase = (wanted: string): Promise<void> =>
    until(`the rehearsal's phase ${wanted}`, async () => (await seen()).phase === wanted, 90_000);
  await phase("sending");
  // What was to come within a minute comes now.
  await later(2 * MINUTE_S);
  await phase("settling");
  const guests = "query ($e: ID!) { guests(eventId: $e) { guests { guestId } } }";
  const { guests: drawn } = await ask(guestsShape, guests, { e: rehearsalId });
  await ask(
    z.object({ done: z.array(z.string()).min(1) }),
    `mutation ($e: ID!, $g: ID!, $c: AWSJSON!) {
      changeGuest(eventId: $e, guestId: $g, seen: 0, change: $c) { done } }`,
    { e: rehearsalId, g: drawn[0]?.guestId, c: JSON.stringify({ isExcluded: true }) },
  );
  await later(MINUTE_S);
  await phase("done");
  const { report } = await seen();
  const { lost, stored } = z.object({ lost: z.number(), stored: z.number() }).parse(JSON.parse(report ?? ""));
  if (lost > 0 || stored === 0) throw new Error(`${stored} photos are stored, ${lost} are lost: ${report}`);
  await ask(rehearsalShape, `mutation ($e: ID!) { wipeRehearsal(eventId: $e) { ${fields} } }`, { e });
  await ask(
    eventShape,
    `mutation ($e: ID!, $v: Int!, $c: AWSJSON!) {
      updateEvent(eventId: $e, seen: $v, change: $c) { eventId version } }`,
    { e, v: version, c: JSON.stringify({ state: "archived" }) },
  );
  await later(2 * MINUTE_S);
}
