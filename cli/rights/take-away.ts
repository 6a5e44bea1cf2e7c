import * as z from "zod";
import { askApi } from "../ask-api.ts";
import { until } from "./until.ts";
import type { Visit } from "./visit.ts";

const jobShape = z.object({ state: z.string(), startedAt: z.number() }).nullable();

/**
 * As the local host: takes the event away as it was sent, while a photo of it is taken back; ends the event and takes it
 * away as screens show it, file and all; and stops that one.
 */
export async function takeAway(visit: Visit, takeBack: () => Promise<void>): Promise<void> {
  const { endpoints, services } = visit.stack;
  const { userPoolId, userPoolClientId, host, eventId, graphqlUrl } = endpoints;
  const ask = (query: string, variables: object = {}): Promise<unknown> => {
    const { AccessToken } = services.userPools.signInAs(userPoolId, userPoolClientId, host.username);
    return askApi(graphqlUrl, { Authorization: AccessToken }, query, { e: eventId, ...variables });
  };
  const look = async () =>
    jobShape.parse(
      await ask(`query ($j: ID!) { job(jobId: $j) { state startedAt } }`, {
        e: undefined,
        j: `export#${eventId}`,
      }),
    );
  const made = async (): Promise<string> => {
    await until("the end of the export", async () => (await look())?.state === "done");
    return String((await look())?.startedAt);
  };
  const order = async (images: string): Promise<string> => {
    await ask(`mutation ($e: ID!, $i: String!) { orderExport(eventId: $e, images: $i) { state } }`, {
      i: images,
    });
    return made();
  };
  const putTo = async (state: string): Promise<void> => {
    const { version } = z
      .object({ version: z.number() })
      .parse(await ask("query ($e: ID!) { hostEvent(eventId: $e) { version } }"));
    const update = `mutation ($e: ID!, $s: Int!, $c: AWSJSON!) {
      updateEvent(eventId: $e, seen: $s, change: $c) { version } }`;
    await ask(update, { s: version, c: JSON.stringify({ state }) });
  };

  await order("originals");
  await takeBack();
  await made();
  await putTo("closed");
  const exportId = await order("display");
  const { url } = z.object({ url: z.string() }).parse(
    await ask(`mutation ($e: ID!, $x: ID!) { takeExport(eventId: $e, exportId: $x, part: 1) { url } }`, {
      x: exportId,
    }),
  );
  const { status } = await fetch(url);
  if (status !== 200) throw new Error(`a part of the export answers ${status}`);
  await ask(`mutation ($e: ID!) { cancelExport(eventId: $e) { state } }`);
  await putTo("open");
}
