import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { cardText } from "../../cli/card-text.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { waitUntil } from "../fixtures/wait-until.ts";

let stack: TestStack;
let hanako: GuestWithPhoto;
let taro: GuestWithPhoto;
beforeAll(async () => {
  stack = await startTestStack();
  const [first, second] = await givenUpPhotos(["花子", "太郎"]);
  if (first === undefined || second === undefined) throw new Error("nothing was given up");
  [hanako, taro] = [first, second];
}, 240_000);
afterAll(() => stack.close());
afterEach(() => heal());

interface Letter {
  readonly letterId: string;
  readonly queue: string;
  readonly kind: string;
  readonly photoId: string | null;
  readonly displayName: string | null;
  readonly failedAt: number | null;
  readonly reason: string;
}

const DEAD_LETTERS = `query { deadLetters {
  letters { letterId queue kind photoId displayName failedAt reason } isComplete
} }`;
const RETRY = `mutation ($eventId: ID!, $letterIds: [ID!], $all: Boolean) {
  retryDeadLetters(eventId: $eventId, letterIds: $letterIds, all: $all) { retried missing }
}`;

/** A request of a signed-in host. Rejects with the API's errors. */
async function asHost<T>(query: string, variables: object = {}): Promise<T> {
  const { userPoolId, userPoolClientId, host, graphqlUrl } = stack.endpoints;
  const { AccessToken } = stack.services.userPools.signInAs(userPoolId, userPoolClientId, host.username);
  const response = await fetch(graphqlUrl, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: AccessToken },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Record<string, T>; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return Object.values(data ?? {})[0] as T;
}

const letters = async (): Promise<readonly Letter[]> =>
  (await asHost<{ letters: Letter[] }>(DEAD_LETTERS)).letters;
const retry = (wish: object): Promise<{ retried: string[]; missing: string[] }> =>
  asHost(RETRY, { eventId: stack.endpoints.eventId, ...wish });

const alarms = async (): Promise<Map<string, string>> => {
  const all = await asHost<{ name: string; state: string }[]>("query { alarms { name state } }");
  return new Map(all.map(({ name, state }) => [name, state]));
};

/** Everything works again; the clock stays where it is. */
function heal(): void {
  const { clockOffsetMs } = stack.faults.plan;
  stack.faults.set({ ...(clockOffsetMs !== undefined && { clockOffsetMs }) });
}

/** What waits for its hour comes now. */
function later(seconds: number): void {
  const { clockOffsetMs = 0 } = stack.faults.plan;
  stack.faults.set({ ...stack.faults.plan, clockOffsetMs: clockOffsetMs + seconds * 1000 });
  stack.services.queues.tick();
}

interface GuestWithPhoto {
  readonly userId: string;
  readonly photoId: string;
}

/** Each guest sends a photo that LINE does not hand out, until it is given up. */
async function givenUpPhotos(names: readonly string[]): Promise<readonly GuestWithPhoto[]> {
  const userIds = await Promise.all(names.map((name) => stack.phones.userNamed(name)));
  stack.faults.set({ calls: { "line:getMessageContent": { failBefore: 1 } } });
  const pictures = await Promise.all(names.map(() => freshPicture("bride", 400)));
  const guests = userIds.map((userId, at) => {
    const [sent] = stack.line.guests.sendImages(userId, [pictures[at] ?? Buffer.alloc(0)]);
    return { userId, photoId: sent?.messageId ?? "" };
  });
  // Eight times LINE is asked again and again.
  const giveUp = async (): Promise<void> => {
    if (isQuiet()) later(330);
    if ((await letters()).length !== names.length) throw new Error("not given up yet");
  };
  await vi.waitFor(giveUp, { timeout: 150_000, interval: 100 });
  heal();
  return guests;
}

/** What failed waits until it is tried again. */
const isQuiet = (): boolean => stack.services.lambda.busy === 0;

const cardsOf = (userId: string): number =>
  stack.line.chats.messagesOf(userId).filter(({ from, body }) => from === "bot" && isScore(body)).length;
const isScore = (message: Readonly<Record<string, unknown>>): boolean => /\d+\.\dpt/.test(cardText(message));

/** The photo stands on the board, and everything of it is there once. */
async function countsOnce({ photoId, userId }: { photoId: string; userId: string }): Promise<void> {
  await waitUntil("the photo on the board", async () => {
    const query = `query ($boardId: ID!) { board(boardId: $boardId) { photos { photoId } } }`;
    const { boardId } = stack.endpoints;
    const board = await stack.graphql<{ photos: { photoId: string }[] }>(query, { boardId });
    return board.photos.some((photo) => photo.photoId === photoId);
  });
  await stack.line.idle();
  await expect.poll(() => stack.waitingMessages(), { timeout: 30_000 }).toBe(0);
  const photos = (await stack.rows("Photo")).filter((row) => row["photoId"]?.S === photoId);
  const guests = (await stack.rows("Guest")).filter((row) => row["lineUserId"]?.S === userId);
  expect(photos.map((row) => row["state"]?.S)).toEqual(["shown"]);
  expect(guests.map((row) => row["photos"]?.N)).toEqual(["1"]);
  expect(guests[0]?.["score"]?.N).toBe(photos[0]?.["score"]?.N);
}

const letterOf = async ({ photoId }: GuestWithPhoto): Promise<Letter> => {
  const letter = (await letters()).find((one) => one.photoId === photoId);
  if (letter === undefined) throw new Error("the letter is not there");
  return letter;
};

describe("photos that failed eight times", () => {
  test("rest, tell their reason without their guest's LINE user, and ring", async () => {
    const answer = await asHost<{ letters: Letter[]; isComplete: boolean }>(DEAD_LETTERS);
    expect(answer.isComplete).toBe(true);
    const common = { queue: "photos", kind: "photo", reason: "line-unreachable" };
    expect(answer.letters.map((letter) => letter.photoId).toSorted()).toEqual(
      [hanako.photoId, taro.photoId].toSorted(),
    );
    for (const letter of answer.letters) {
      expect(letter).toMatchObject(common);
      expect(letter.failedAt).toBeGreaterThan(Date.now());
    }
    expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${hanako.userId}|${taro.userId}`));
    expect((await alarms()).get("photos-dead-letters")).toBe("ALARM");
  });

  test("are seen by hosts who look at once, again and again, and by the next one at once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const looks = await Promise.all([letters(), letters(), letters()]);
      expect(new Set(looks.flat().map(({ photoId }) => photoId)).size).toBe(2);
      expect(await letters()).toHaveLength(2);
    }
  });

  test("get their card and their place once they are tried again, and stand in the trail", async () => {
    const letterIds = [(await letterOf(hanako)).letterId];
    expect(await retry({ letterIds })).toEqual({ retried: letterIds, missing: [] });
    await countsOnce(hanako);
    expect((await letters()).map(({ photoId }) => photoId)).toEqual([taro.photoId]);
    expect(await retry({ letterIds })).toEqual({ retried: [], missing: letterIds });

    const trail = (await stack.rows("Audit")).filter((row) => row["action"]?.S === "retryDeadLetters");
    expect(trail.map((row) => row["actorName"]?.S)).toEqual(trail.map(() => stack.endpoints.host.username));
    const done = trail.filter((row) => (row["isDone"] as { BOOL?: boolean } | undefined)?.BOOL === true);
    expect(done).toHaveLength(1);
  }, 120_000);

  test("count once also when they could not be taken away after they were sent again", async () => {
    const letterIds = [(await letterOf(taro)).letterId];
    stack.faults.set({ ...stack.faults.plan, calls: { "sqs:DeleteMessage": { failBefore: 1 } } });
    await expect(retry({ letterIds })).rejects.toThrow("HostWatchFault");
    heal();
    await waitUntil("the letter in both queues", async () => {
      later(40);
      return (await letters()).length === 1;
    });
    expect((await retry({ all: true })).retried).toEqual(letterIds);
    await countsOnce(taro);
    expect(cardsOf(taro.userId)).toBeLessThanOrEqual(1);
    expect(await letters()).toEqual([]);
  }, 120_000);
});

test("a healthy stack rings no bell and tells LINE's quota", async () => {
  await waitUntil("calm", async () => {
    later(360);
    return [...(await alarms()).values()].every((state) => state === "OK");
  });
  expect((await alarms()).size).toBeGreaterThan(15);
  expect(await asHost("query { lineQuota { limit used } }")).toEqual({ limit: null, used: 0 });
  expect(await asHost("query { photosUnderway }")).toBe(0);
});
