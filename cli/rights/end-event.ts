import { ListBucketsCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { drawPicture } from "../../local/crowd/pictures.ts";
import { askApi } from "../ask-api.ts";
import { giveUp } from "./look-after.ts";
import { until } from "./until.ts";
import type { Visit } from "./visit.ts";

const eventShape = z.object({ eventId: z.string(), joinCode: z.string(), state: z.string() });
const FIELDS = "eventId joinCode state";

/**
 * As the local host and the schedule: an event with a guest who plays elsewhere, too, with a picture, and with something
 * that failed, whose time goes by until it is deleted.
 */
export async function endEvent(visit: Visit, later: (seconds: number) => Promise<void>): Promise<void> {
  const { stack, queues } = visit;
  const { endpoints, services } = stack;
  const { userPoolId, userPoolClientId, host, graphqlUrl } = endpoints;
  const ask = async (query: string, variables: object): Promise<z.output<typeof eventShape>> => {
    const { AccessToken } = services.userPools.signInAs(userPoolId, userPoolClientId, host.username);
    return eventShape.parse(await askApi(graphqlUrl, { Authorization: AccessToken }, query, variables));
  };
  const [o, c] = [now(visit) - 1_000, now(visit) + 3_600_000];
  const { eventId, joinCode } = await ask(
    `mutation ($o: Float!, $c: Float!) {
      createEvent(title: "朝食会", opensAt: $o, closesAt: $c, retentionEndsAt: $c) { ${FIELDS} } }`,
    { o, c },
  );
  const guests = [await playIn(visit, joinCode), await playIn(visit, joinCode)];
  // The second one plays in the event of the stack from now on.
  const main = await ask(`query ($e: ID!) { hostEvent(eventId: $e) { ${FIELDS} } }`, {
    e: endpoints.eventId,
  });
  await say(visit, guests[1] ?? "", main.joinCode);
  await keepRecordedCall(visit, eventId);
  const state = async (): Promise<string> =>
    (await ask(`query ($e: ID!) { hostEvent(eventId: $e) { ${FIELDS} } }`, { e: eventId })).state;
  // A day short of the end of the grace; then the schedule's next hours.
  await later(13 * 86_400);
  for (const queue of queues)
    for (const about of [eventId, endpoints.eventId])
      giveUp(stack, queue, { kind: "settle", eventId: about, guestId: "nobody" });
  await later(86_400 + 2 * 3_600);
  await until("the order of the schedule", async () => (await state()) !== "open");
  await until("the end of the event", async () => {
    if ((await state()) === "erased") return true;
    await later(60);
    return false;
  });
}

const now = ({ stack }: Visit): number => Date.now() + (stack.faults.plan.clockOffsetMs ?? 0);

/** A new guest of an event, with a photo. */
async function playIn(visit: Visit, joinCode: string): Promise<string> {
  const { guests } = visit.stack.line;
  const { userId } = guests.create({ displayName: "Mo", language: "ja" });
  await say(visit, userId, joinCode);
  const [sent] = guests.sendImages(userId, [await drawPicture("guest-smile", userId)]);
  await answered(visit, userId, sent?.messageId ?? "");
  return userId;
}

const say = (visit: Visit, userId: string, text: string): Promise<void> =>
  answered(visit, userId, visit.stack.line.guests.sendText(userId, text).messageId);

function answered({ stack }: Visit, userId: string, messageId: string): Promise<void> {
  return until("the bot's answer", () =>
    stack.line.chats.messagesOf(userId).some(({ from, answers }) => from === "bot" && answers === messageId),
  );
}

/** What a rehearsal would have left. */
async function keepRecordedCall({ stack }: Visit, eventId: string): Promise<void> {
  const { region, credentials, awsEndpointUrl: endpoint } = stack.endpoints;
  const client = new S3Client({ region, credentials, endpoint, forcePathStyle: true });
  const { Buckets = [] } = await client.send(new ListBucketsCommand({}));
  const Bucket = Buckets.find(({ Name }) => Name?.startsWith("photos"))?.Name;
  await client.send(new PutObjectCommand({ Bucket, Key: `rehearsal/calls/${eventId}/1.json`, Body: "{}" }));
  client.destroy();
}
