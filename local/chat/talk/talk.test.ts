import { expect, it } from "vitest";
import type { ChatMessage, User } from "../../line/memory/chat.ts";
import { chatOf, SILENCE, withMessage, withSnapshot, withUser } from "./talk.ts";

const message = (messageId: string, text: string): ChatMessage => ({
  messageId,
  userId: "U1",
  from: "bot",
  sentAt: 0,
  body: { type: "text", text },
});

const textsOf = (talk: typeof SILENCE) => chatOf(talk, "U1").messages.map(({ body }) => body["text"]);

it("messages stand in the order of their ids, however they arrive, and changes replace", () => {
  const talk = [message("3", "c"), message("1", "a"), message("2", "b"), message("1", "a, changed")].reduce(
    withMessage,
    SILENCE,
  );
  expect(textsOf(talk)).toEqual(["a, changed", "b", "c"]);
});

it("a snapshot replaces what was known, but not what was heard while it was on its way", () => {
  const before = withMessage(SILENCE, message("9", "of a stack that was wiped"));
  const snapshot = {
    messages: [message("1", "a"), message("2", "old")],
    heard: [message("2", "new"), message("3", "c")],
  };
  expect(textsOf(withSnapshot(before, "U1", snapshot))).toEqual(["a", "new", "c"]);
});

it("users are added once and changed in place", () => {
  const user = (userId: string, displayName: string): User => ({
    userId,
    displayName,
    friendship: "friend",
    hasWritten: false,
    createdAt: 0,
  });
  const talk = [user("U1", "花子"), user("U2", "健太"), user("U1", "はなこ")].reduce(withUser, SILENCE);
  expect(talk.users.map(({ displayName }) => displayName)).toEqual(["はなこ", "健太"]);
});
