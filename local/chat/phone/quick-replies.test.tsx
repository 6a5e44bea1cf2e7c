// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import type { ChatMessage } from "../../line/memory/chat.ts";
import { QuickReplies } from "./quick-replies.tsx";

afterEach(cleanup);

const help = { type: "message", label: "Help", text: "help" } as const;
const camera = { type: "camera", label: "Camera" } as const;

function said(messageId: string, from: ChatMessage["from"], actions: readonly object[] = []): ChatMessage {
  const quickReply = { items: actions.map((action) => ({ type: "action", action })) };
  const body = { type: "text", text: "a", ...(actions.length > 0 && { quickReply }) };
  return { messageId, userId: "U", from, sentAt: 0, body };
}

function labels(): string[] {
  return screen.queryAllByRole("button").map((button) => button.textContent ?? "");
}

it("stand under the chat's last message only", () => {
  const asked = said("1", "bot", [help, camera]);
  const { rerender } = render(<QuickReplies messages={[asked]} onAction={() => {}} />);
  expect(labels()).toEqual(["Help", "Camera"]);
  rerender(<QuickReplies messages={[asked, said("2", "guest")]} onAction={() => {}} />);
  expect(labels()).toEqual([]);
  rerender(<QuickReplies messages={[asked, said("3", "bot")]} onAction={() => {}} />);
  expect(labels()).toEqual([]);
});

it("vanish with a tap, but not while a picture is still to be chosen", () => {
  const onAction = vi.fn();
  render(<QuickReplies messages={[said("1", "bot", [help, camera])]} onAction={onAction} />);
  act(() => screen.getByText("Camera").click());
  expect(labels()).toEqual(["Help", "Camera"]);
  act(() => screen.getByText("Help").click());
  expect(labels()).toEqual([]);
  expect(onAction.mock.calls).toEqual([[camera], [help]]);
});
