import { describe, expect, it } from "vitest";
import {
  type QueuedMessage,
  receiveWebhook,
  type WebhookQueue,
  type WebhookRequest,
} from "./receive-webhook.ts";
import { isSignedBy, signatureOf } from "../shared/line-signature.ts";

// LINE's own example, from its documentation on verifying signatures.
const official = {
  secret: "8c570fa6dd201bb328f1c1eac23a96d8",
  body: '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}',
  signature: "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=",
};
const channelSecret = official.secret;

const signed = (body: string, name = "x-line-signature"): WebhookRequest => ({
  headers: { [name]: signatureOf(channelSecret, Buffer.from(body)) },
  body,
  isBase64Encoded: false,
});
const webhook = (...events: readonly unknown[]) => signed(JSON.stringify({ destination: "U0", events }));

async function deliver(request: WebhookRequest) {
  const queues: Record<WebhookQueue, QueuedMessage[]> = { photos: [], chat: [], reminders: [] };
  const enqueue = async (queue: WebhookQueue, messages: readonly QueuedMessage[]) =>
    void queues[queue].push(...messages);
  return { ...(await receiveWebhook({ channelSecret, enqueue }, request)), ...queues };
}

describe("the signature", () => {
  it("is LINE's", () => {
    expect(signatureOf(official.secret, Buffer.from(official.body))).toBe(official.signature);
    expect(isSignedBy(official.secret, Buffer.from(official.body), official.signature)).toBe(true);
  });

  it("is that of the very bytes, also when they come as base64", async () => {
    const body = '{ "events" : [] ,\n "name":"笑顔😀"}';
    const { headers } = signed(body);
    const isBase64Encoded = true;
    expect(
      await deliver({ headers, body: Buffer.from(body).toString("base64"), isBase64Encoded }),
    ).toMatchObject({
      statusCode: 200,
    });
    expect(
      await deliver({ headers, body: JSON.stringify(JSON.parse(body)), isBase64Encoded: false }),
    ).toMatchObject({
      statusCode: 401,
    });
  });

  it("may stand under a name in any case", async () => {
    expect((await deliver(signed(official.body, "X-Line-Signature"))).statusCode).toBe(200);
  });

  it.each([
    ["missing", {}],
    ["empty", { "x-line-signature": "" }],
    ["of another secret", { "x-line-signature": signatureOf("other", Buffer.from(official.body)) }],
    ["cut short", { "x-line-signature": official.signature.slice(0, -4) }],
    ["with something behind it", { "x-line-signature": `${official.signature} ` }],
  ])("%s: 401 and nothing is queued", async (_name, headers) => {
    const photo = '{"events":[{"type":"message","message":{"type":"image","id":"1"}}]}';
    for (const body of [official.body, photo, "not json", undefined]) {
      const answer = await deliver({ headers, body, isBase64Encoded: false });
      expect(answer).toEqual({ statusCode: 401, photos: [], chat: [], reminders: [] });
    }
  });
});

describe("what LINE sends", () => {
  const image = { type: "message", mode: "active", message: { type: "image", id: "1" } };
  const text = { type: "message", mode: "active", message: { type: "text", id: "2", text: "hi" } };

  it("nothing at all, when the console tests the address: 200", async () => {
    expect(await deliver(webhook())).toEqual({ statusCode: 200, photos: [], chat: [], reminders: [] });
  });

  it.each(["", "{", "null", "[]", '"events"', "{}", '{"events":{}}', '{"events":null}'])(
    "signed, but no webhook: %j is a 400",
    async (body) => {
      expect(await deliver(signed(body))).toEqual({ statusCode: 400, photos: [], chat: [], reminders: [] });
    },
  );

  it("photos to one queue, reminders of them to another, so that all else waits for neither", async () => {
    const answer = await deliver(webhook(image, text, { type: "teleport" }));
    expect(answer).toEqual({
      statusCode: 200,
      photos: [{ message: { kind: "line-event", event: image }, delaySeconds: 0 }],
      chat: [
        { message: { kind: "line-event", event: text }, delaySeconds: 0 },
        { message: { kind: "line-event", event: { type: "teleport" } }, delaySeconds: 0 },
      ],
      reminders: [{ message: { kind: "remind", event: image }, delaySeconds: 40 }],
    });
  });

  it("A4 a photo of a set also with a message that closes the set, where LINE does not say how many there are", async () => {
    const inSet = (imageSet: unknown) => ({ ...image, message: { ...image.message, imageSet } });
    const open = [inSet({ id: "E005" }), inSet({ id: "E005", index: 2 })];
    const others = [inSet({ id: "E005", index: 1, total: 2 }), inSet(null), image];
    const { photos, reminders } = await deliver(webhook(...open, ...others));
    expect(photos).toHaveLength(5);
    expect(reminders.filter(({ message }) => message.kind === "remind")).toHaveLength(5);
    expect(reminders.filter(({ message }) => message.kind !== "remind")).toEqual(
      open.map((event) => ({ message: { kind: "close-set", event }, delaySeconds: 8 })),
    );
  });

  it("nothing of what another bot answers, nor of what is no event", async () => {
    const answer = await deliver(webhook({ ...image, mode: "standby" }, null, 5, "x", { message: null }));
    expect(answer).toMatchObject({
      statusCode: 200,
      photos: [],
      chat: [{ message: { event: { message: null } } }],
    });
  });

  it("a queue that refuses is LINE's business: it delivers again", async () => {
    const enqueue = () => Promise.reject(new Error("no"));
    await expect(receiveWebhook({ channelSecret, enqueue }, webhook(text))).rejects.toThrow("no");
  });
});
