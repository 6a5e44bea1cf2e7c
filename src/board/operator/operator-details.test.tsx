// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type BoardState, emptyBoard } from "#domain/board";
import { usualScreen } from "#domain/screen";
import { DETAILS_MS, OperatorDetails } from "./operator-details.tsx";

const NOW = 1_800_000_000_000;
const state: BoardState = {
  ...emptyBoard,
  head: {
    title: "宴",
    language: "ja",
    theme: "hall-dark",
    joinCode: "KTR7WX",
    ...usualScreen,
    eventVersion: 1,
    totals: { guests: 86, photos: 342 },
  },
  stage: { name: "reveal", step: 4, version: 17 },
  askedAt: NOW - 5_000,
};
const on = { isOn: true, isOwn: false };
const off = { isOn: false, isOwn: false };
const switches = { spotlight: on, cornerQr: off, sound: off };
const own = { spotlight: { isOn: false, isOwn: true }, cornerQr: on, sound: { isOn: true, isOwn: true } };
const press = (key: string, more: { ctrlKey?: boolean } = {}) =>
  act(async () => void fireEvent.keyDown(document.body, { key, ...more }));
const pass = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms));
const told = () => [...document.querySelectorAll(".details dd")].map((said) => said.textContent);

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe("the operator's details", () => {
  it("tell on a key how the screen is, for a while", async () => {
    render(<OperatorDetails state={state} switches={switches} isSoundAllowed isConnected language="ja" />);
    expect(screen.queryByRole("complementary")).toBeNull();
    await press("i");
    expect(told()).toEqual([
      "つながっています",
      "5秒前",
      "reveal 4 · v17",
      "86",
      "342",
      "オン",
      "オフ",
      "オフ",
    ]);
    await pass(3_000);
    expect(told()[1]).toBe("8秒前");
    await pass(DETAILS_MS - 3_001);
    expect(screen.queryByRole("complementary")).not.toBeNull();
    await pass(1);
    expect(screen.queryByRole("complementary")).toBeNull();
  });

  it("tell also that nothing is known and nothing connected, and go on the same key", async () => {
    render(
      <OperatorDetails
        state={null}
        switches={own}
        isSoundAllowed={false}
        isConnected={false}
        language="en"
      />,
    );
    await press("I");
    expect(told()).toEqual([
      "Reconnecting",
      "Not yet",
      "–",
      "–",
      "–",
      "Off (this screen only)",
      "On",
      "On (this screen only)",
      "Click once, and it is heard",
    ]);
    await press("i");
    expect(screen.queryByRole("complementary")).toBeNull();
  });

  it("leave the browser's own keys alone", async () => {
    render(<OperatorDetails state={state} switches={switches} isSoundAllowed isConnected language="ja" />);
    await press("i", { ctrlKey: true });
    expect(screen.queryByRole("complementary")).toBeNull();
  });
});
