import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { befriend, JPEG, setStage, tokenOf } from "./line-harness.ts";

describe("a restart", () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "line-"));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it("keeps chats, pictures, tokens and the order of ids", async () => {
    const before = await setStage({ directory });
    const guest = await befriend(before);
    const [picture] = before.line.guests.sendImages(guest, [JPEG]);
    const replyToken = await tokenOf(before, guest);
    const messages = before.line.chats.messagesOf(guest);
    await before.close();
    const after = await setStage({ directory });
    expect(after.line.chats.messagesOf(guest)).toEqual(messages);
    expect(after.line.chats.user(guest)).toMatchObject({ displayName: "花子", friendship: "friend" });
    await after.api.replyMessage({ replyToken, messages: [{ type: "text", text: "おかえり" }] });
    const { httpResponse } = await after.blob.getMessageContentWithHttpInfo(picture?.messageId ?? "");
    expect(httpResponse.headers.get("content-length")).toBe(String(JPEG.length));
    const next = after.line.guests.sendText(guest, "次");
    expect(BigInt(next.messageId) > BigInt(messages.at(-1)?.messageId ?? 0)).toBe(true);
    await after.close();
  });

  it("delivers what could not be delivered before", async () => {
    const before = await setStage({ directory, webhooks: { redeliveryDelaysMs: [60_000] } });
    const guest = await befriend(before);
    before.bot.answers.push(500);
    const { messageId } = before.line.guests.sendText(guest, "届いて");
    await expect.poll(() => before.bot.received.length).toBe(1);
    await before.close();
    const after = await setStage({ directory });
    after.line.resume();
    await after.line.idle();
    expect(after.bot.events()).toMatchObject([
      { deliveryContext: { isRedelivery: true }, message: { id: messageId, text: "届いて" } },
    ]);
    after.line.resume();
    await after.line.idle();
    expect(after.bot.received).toHaveLength(1);
    await after.close();
  });

  it("finishes an unsend that a crash broke off", async () => {
    const before = await setStage({ directory, webhooks: { redeliveryDelaysMs: [60_000] } });
    const guest = await befriend(before);
    const [picture] = before.line.guests.sendImages(guest, [JPEG]);
    const messageId = picture?.messageId ?? "";
    await before.line.idle();
    // The files as they are when the process dies right behind the unsend's event.
    const files = [join(directory, "messages.ndjson"), join(directory, "content", messageId)];
    const kept = files.map((file) => readFileSync(file));
    before.bot.answers.push(500);
    before.line.guests.unsend(guest, messageId);
    await expect.poll(() => before.bot.events().at(-1)).toMatchObject({ type: "unsend" });
    await before.close();
    for (const [at, file] of files.entries()) writeFileSync(file, kept[at] ?? "");

    const after = await setStage({ directory });
    expect(after.line.chats.message(messageId)).not.toHaveProperty("unsentAt");
    after.line.resume();
    await after.line.idle();
    expect(after.bot.events()).toMatchObject([{ type: "unsend", unsend: { messageId } }]);
    expect(after.line.chats.message(messageId)).toMatchObject({ body: { type: "image" } });
    expect(after.line.chats.message(messageId)).toHaveProperty("unsentAt");
    await expect(after.blob.getMessageContent(messageId)).rejects.toMatchObject({ status: 410 });
    await after.close();
  });
});
