import { describe, expect, it } from "vitest";
import type { ChatMessage } from "../../line/memory/chat.ts";
import { entriesOf } from "./entries.ts";

const NOON = new Date(2026, 9, 3, 12).getTime();
let id = 0;

function message(more: Partial<ChatMessage> & { body: ChatMessage["body"] }): ChatMessage {
  id += 1;
  return { messageId: String(id), userId: "U", from: "guest", sentAt: NOON, ...more };
}

const text = (more: Partial<ChatMessage> = {}) => message({ body: { type: "text", text: "a" }, ...more });
const picture = (set: string, more: Partial<ChatMessage> = {}) =>
  message({ body: { type: "image", imageSet: { id: set, index: 1, total: 2 } }, ...more });

function kinds(messages: readonly ChatMessage[]): string[] {
  return entriesOf(messages).map((entry) => {
    if (entry.kind === "set") return `set of ${entry.messages.length}`;
    return entry.kind === "message" && entry.isFirst ? "first message" : entry.kind;
  });
}

describe("the chat's rows", () => {
  it("name a day once", () => {
    const next = { sentAt: NOON + 86_400_000 };
    expect(kinds([text(), text(), text(next)])).toEqual([
      "day",
      "first message",
      "message",
      "day",
      "first message",
    ]);
  });

  it("show who speaks when the side changes", () => {
    expect(kinds([text(), text({ from: "bot" }), text({ from: "bot" }), text()])).toEqual([
      "day",
      "first message",
      "first message",
      "message",
      "first message",
    ]);
  });

  it("put pictures of one set together, and those of another apart", () => {
    expect(kinds([picture("A"), picture("A"), picture("B"), text()])).toEqual([
      "day",
      "set of 2",
      "set of 1",
      "message",
    ]);
  });

  it("say that something was unsent, also within a set", () => {
    const unsent = message({ body: { type: "image" }, unsentAt: NOON });
    expect(kinds([picture("A"), unsent, picture("A")])).toEqual(["day", "set of 1", "note", "set of 1"]);
  });

  it("leave out postbacks that nobody was to see", () => {
    const silent = message({ body: { type: "postback", data: "x" } });
    const spoken = message({ body: { type: "postback", data: "x", displayText: "ヘルプ" } });
    expect(kinds([silent, spoken])).toEqual(["day", "first message"]);
    expect(kinds([silent])).toEqual([]);
  });

  it("begin anew after a note", () => {
    const notice = message({ body: { type: "notice", notice: "follow" } });
    expect(kinds([text(), notice, text()])).toEqual(["day", "first message", "note", "first message"]);
  });
});
