import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { botWords } from "#domain/words/bot";
import { cardText } from "../../cli/card-text.ts";
import { saveAnew } from "../../local/crowd/pictures.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { realPhoto } from "../fixtures/real-photos.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
}, 120_000);
afterAll(() => stack.close());
beforeEach(() => {
  stack.faults.set({});
});

interface Board {
  standings: { guestId: string; displayName: string; score: number; image: string | null; photos: number }[];
  photos: { photoId: string; displayName: string; image: string | null }[];
}

const board = (): Promise<Board> =>
  stack.graphql(
    `query ($id: ID!) { board(boardId: $id) { standings { guestId displayName score image photos }
      photos { photoId displayName image } } }`,
    { id: stack.endpoints.boardId },
  );

async function send(name: string, picture: Buffer): Promise<{ userId: string; text: string; card: Card }> {
  const userId = await stack.phones.userNamed(name);
  const [card = {}] = await stack.phones.sendPicture(userId, picture, 50_000);
  return { userId, text: cardText(card), card };
}

type Card = Readonly<Record<string, unknown>>;

const standingOf = async (name: string): Promise<Board["standings"][number] | undefined> =>
  (await board()).standings.find(({ displayName }) => displayName === name);

describe("a photo", () => {
  test("becomes a card with points, faces and place, and a place on the board", async () => {
    const { text, card } = await send("Hanako", await freshPicture("bride"));
    expect(text).toMatch(/\d+\.\dpt/);
    expect(text).toContain("1位");
    const standing = await standingOf("Hanako");
    expect(standing?.score).toBeGreaterThan(80);
    expect(text).toContain(`${standing?.score.toFixed(1)}pt`);
    expect(JSON.stringify(card)).toContain(`${stack.endpoints.cdnUrl}/${standing?.image}.jpg`);
    expect((await board()).photos.map(({ displayName }) => displayName)).toContain("Hanako");
  });

  test("has public copies that are upright and small, and an original that is private", async () => {
    const large = await sharp(await freshPicture("bride"))
      .resize(1600, 2000, { fit: "fill" })
      .rotate(90)
      .withMetadata({ orientation: 8 })
      .jpeg()
      .toBuffer();
    await send("Tall", large);
    const standing = await standingOf("Tall");
    const copy = await fetch(`${stack.endpoints.cdnUrl}/${standing?.image}.jpg`);
    expect(copy.headers.get("content-type")).toBe("image/jpeg");
    const { width, height, orientation } = await sharp(Buffer.from(await copy.arrayBuffer())).metadata();
    expect([width, height, orientation ?? 1]).toEqual([819, 1024, 1]);
    const thumbnail = await fetch(`${stack.endpoints.cdnUrl}/${standing?.image}-s.jpg`);
    expect((await sharp(Buffer.from(await thumbnail.arrayBuffer())).metadata()).height).toBe(320);

    const [row] = (await stack.rows("Photo")).filter((photo) => photo["image"]?.S === standing?.image);
    const original = row?.["original"]?.S ?? "";
    expect(original).toMatch(/^originals\//);
    expect((await fetch(`${stack.endpoints.cdnUrl}/${original}`)).status).toBe(403);
    expect((await fetch(`${stack.endpoints.cdnUrl}/../${original}`)).status).toBe(403);
  });

  test("of a group scores the sum of its faces", async () => {
    await send("Group", await freshPicture("three-friends"));
    expect((await standingOf("Group"))?.score).toBeGreaterThan(200);
  });

  test("that LINE delivers five times is one photo, one reply and one standing", async () => {
    stack.faults.set({ webhooks: { duplicate: 4 } });
    const { userId } = await send("Echo", await freshPicture("guest-smile"));
    await stack.line.idle();
    await vi.waitFor(() => expect(stack.photosInQueue()).toBe(0), 30_000);
    expect(await photosOf("Echo")).toHaveLength(1);
    const replies = stack.line.chats
      .messagesOf(userId)
      .filter(({ from, via }) => from === "bot" && via === "reply");
    // One reply to the greeted friend (of two messages), one to the photo.
    expect(new Set(replies.map(({ answers }) => answers)).size).toBe(2);
    expect(replies.filter(({ body }) => body.type === "flex" && cardText(body).includes("pt"))).toHaveLength(
      1,
    );
    expect((await standingOf("Echo"))?.photos).toBe(1);
  });

  test("of two at the same instant leaves the better one standing", async () => {
    const userId = await stack.phones.userNamed("Twice");
    const [worse, better] = await Promise.all([freshPicture("calm-guest"), freshPicture("bride")]);
    await Promise.all([
      stack.phones.sendPicture(userId, better, 50_000),
      stack.phones.sendPicture(userId, worse, 50_000),
    ]);
    expect(await photosOf("Twice")).toHaveLength(2);
    const standing = await standingOf("Twice");
    expect(standing?.photos).toBe(2);
    const scores = (await photosOf("Twice")).map((photo) => Number(photo["score"]?.N));
    expect(standing?.score).toBe(Math.max(...scores));
    expect(Math.max(...scores)).toBeGreaterThan(Math.min(...scores));
  });

  test("that is taken back is gone everywhere", async () => {
    const { userId } = await send("Sorry", await freshPicture("guest-smile"));
    const [photo] = await photosOf("Sorry");
    const image = photo?.["image"]?.S ?? "";
    const original = photo?.["original"]?.S ?? "";
    expect(stack.objects(`public/${image}`)).toBe(2);
    expect((await fetch(`${stack.endpoints.cdnUrl}/${image}.jpg`)).status).toBe(200);

    stack.line.guests.unsend(userId, photo?.["photoId"]?.S ?? "");
    await vi.waitFor(async () => expect(await standingOf("Sorry")).toBeUndefined(), 20_000);
    await vi.waitFor(() => expect(stack.objects(`public/${image}`)).toBe(0), 20_000);
    expect(stack.objects(original)).toBe(0);
    await vi.waitFor(async () => {
      expect((await fetch(`${stack.endpoints.cdnUrl}/${image}.jpg`)).status).toBe(403);
    }, 20_000);
    const [removed] = await photosOf("Sorry");
    expect(removed?.["state"]?.S).toBe("removed");
    expect(removed?.["faces"]).toBeUndefined();
    expect((await board()).photos.some(({ displayName }) => displayName === "Sorry")).toBe(false);
  });
});

describe("a picture that came before", () => {
  const sentence = botWords.ja.refusal("duplicate", undefined);
  const isShown = ({ state }: Awaited<ReturnType<typeof photosOf>>[number]): boolean => state?.S === "shown";

  test("counts once for its guest, also when it was saved anew in between", async () => {
    const picture = await freshPicture("couple");
    await send("Again", picture);
    const score = (await standingOf("Again"))?.score;
    expect(score).toBeGreaterThan(0);
    for (const repetition of [picture, await saveAnew(picture)])
      expect((await send("Again", repetition)).text).toContain(sentence);
    const [original, ...repetitions] = (await photosOf("Again")).toSorted(
      (a, b) => Number(b["state"]?.S === "shown") - Number(a["state"]?.S === "shown"),
    );
    expect(original && isShown(original)).toBe(true);
    expect(repetitions).toHaveLength(2);
    for (const repetition of repetitions) {
      expect(repetition).toMatchObject({
        state: { S: "hidden" },
        reason: { S: "duplicate" },
        duplicateOf: original?.["photoId"],
      });
      expect(repetition["image"]).toBeUndefined();
      expect(stack.objects(repetition["original"]?.S ?? "nowhere")).toBe(1);
    }
    expect(await standingOf("Again")).toMatchObject({ score, photos: 1 });
  });

  test("counts for another guest only once its first guest takes it back", async () => {
    const picture = await freshPicture("three-friends");
    const { userId } = await send("First", picture);
    expect((await send("Second", picture)).text).toContain(sentence);
    expect(await standingOf("Second")).toBeUndefined();
    const score = (await standingOf("First"))?.score;
    stack.line.guests.unsend(userId, (await photosOf("First"))[0]?.["photoId"]?.S ?? "");
    await vi.waitFor(
      async () => expect(await standingOf("Second")).toMatchObject({ score, photos: 1 }),
      30_000,
    );
    expect(await standingOf("First")).toBeUndefined();
    const { image } = (await standingOf("Second")) ?? {};
    expect((await fetch(`${stack.endpoints.cdnUrl}/${image}.jpg`)).status).toBe(200);
    expect((await photosOf("Second")).filter(isShown)).toHaveLength(1);
  });
});

describe("a photo that cannot be ranked is answered kindly:", () => {
  test.each([
    ["no face", () => freshPicture("cake"), "お顔"],
    [
      "a broken file",
      () => Promise.resolve(Buffer.concat([jpegHead, Buffer.alloc(5000, 7)])),
      "画像がうまく読み込めませんでした。",
    ],
    ["a GIF", () => sharp(flat).gif().toBuffer(), "JPEG"],
    [
      "too large",
      () => Promise.resolve(Buffer.concat([jpegHead, Buffer.alloc(16 * 1024 * 1024, 1)])),
      "大き",
    ],
  ])("%s", async (name, picture, words) => {
    const { text } = await send(`Guest with ${name}`, await picture());
    expect(text).toContain(words);
    const photos = await photosOf(`Guest with ${name}`);
    expect(photos.map((photo) => [photo["state"]?.S, Number(photo["score"]?.N)])).toEqual([["hidden", 0]]);
    expect(await standingOf(`Guest with ${name}`)).toBeUndefined();
    expect(photos[0]?.["image"]).toBeUndefined();
  });
});

describe("real photographs", () => {
  const smiling = realPhoto("astronaut-collins.png");
  const faceless = realPhoto("coffee-noface.png");

  test.skipIf(!existsSync(smiling))("one smiling woman scores near 100", async () => {
    await send("Eileen", await readFile(smiling));
    expect((await standingOf("Eileen"))?.score).toBeGreaterThan(95);
    const [photo] = await photosOf("Eileen");
    expect(photo?.["faces"]?.L).toHaveLength(1);
  });

  test.skipIf(!existsSync(faceless))("a cup of coffee has no face", async () => {
    await send("Coffee", await readFile(faceless));
    expect((await photosOf("Coffee"))[0]?.["reason"]?.S).toBe("no-face");
  });
});

const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
const flat = { create: { width: 200, height: 200, channels: 3 as const, background: "#c33" } };

async function photosOf(name: string): Promise<Awaited<ReturnType<TestStack["rows"]>>> {
  const userId = await stack.phones.userNamed(name);
  const guests = await stack.rows("Guest");
  const guest = guests.find((row) => row["lineUserId"]?.S === userId)?.["guestId"]?.S;
  return (await stack.rows("Photo")).filter((photo) => photo["guestId"]?.S === guest);
}
