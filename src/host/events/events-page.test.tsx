// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EventsPage } from "./events-page.tsx";
import { exampleEvent } from "./example-event.ts";
import { FakeEvents } from "./fake-events.ts";
import { NewEventPage } from "./new-event-page.tsx";
import { openHostPage } from "./open-host-page.tsx";

let errors: unknown[][];
beforeEach(() => {
  errors = [];
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => errors.push(words));
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
  if (errors.length > 0) throw new Error(`console.error: ${JSON.stringify(errors)}`);
});

const HOUR_MS = 3_600_000;
const openList = (fake: FakeEvents) => openHostPage(<EventsPage backend={fake} />, "/host", "/host");

describe("the list of events", () => {
  it("tells what is on, what comes and what was, with the ways into each", async () => {
    const now = Date.now();
    const at = (title: string, from: number, state = exampleEvent.state) => ({
      ...exampleEvent,
      eventId: title,
      title,
      state,
      opensAt: now + from * HOUR_MS,
      closesAt: now + (from + 4) * HOUR_MS,
    });
    openList(
      new FakeEvents([
        at("now", -1),
        at("soon", 50),
        at("gone", -99, "closed"),
        at("kept", -999, "archived"),
      ]),
    );
    const on = await screen.findByRole("heading", { name: "ただいま開催中" });
    const section = on.closest("section");
    if (section === null) throw new Error("a group is a section");
    expect(within(section).getByRole("link", { name: "now" }).getAttribute("href")).toBe("/host/now");
    expect(within(section).getByRole("link", { name: "スクリーン操作" }).getAttribute("href")).toBe(
      "/host/now/remote",
    );
    await within(section).findByText(/ゲスト84人.写真212枚/);
    const headings = screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent);
    expect(headings).toEqual(["ただいま開催中", "これから", "終わった式", "しまってある式"]);
  });

  it("invites to the first event", async () => {
    openList(new FakeEvents([]));
    expect((await screen.findByRole("link", { name: "新しい式をつくる" })).getAttribute("href")).toBe(
      "/host/new",
    );
  });

  it("says kindly that it cannot be read, and is there after trying again", async () => {
    const fake = new FakeEvents();
    fake.fault = { isAfter: false, times: 3 };
    openList(fake);
    fireEvent.click(await screen.findByRole("button", { name: "もう一度読み込む" }));
    await screen.findByText(exampleEvent.title);
  });
});

describe("a new event", () => {
  const openNew = (fake: FakeEvents) =>
    openHostPage(<NewEventPage backend={fake} />, "/host/new", "/host/new");
  const create = () => fireEvent.click(screen.getByRole("button", { name: "式をつくる" }));
  const type = (name: string, value: string) =>
    fireEvent.change(screen.getByLabelText(name), { target: { value } });

  it("needs a kind and a name; then its settings open", async () => {
    const fake = new FakeEvents();
    openNew(fake);
    fireEvent.click(screen.getByRole("radio", { name: "成人式" }));
    type("式の名前", "二十歳のつどい");
    create();
    await screen.findByText("at /host/event-new/settings");
    expect(fake.calls).toMatchObject([
      ["create", { template: "coming-of-age", title: "二十歳のつどい", language: "ja" }],
    ]);
  });

  it("keeps times of one's own when the kind changes", () => {
    openNew(new FakeEvents());
    const opens = () => screen.getByLabelText<HTMLInputElement>("受付開始").value;
    const proposed = opens();
    fireEvent.click(screen.getByRole("radio", { name: "会社の懇親会" }));
    expect(opens()).not.toBe(proposed);
    type("受付開始", "2026-12-24T18:00");
    fireEvent.click(screen.getByRole("radio", { name: "結婚披露宴" }));
    expect(opens()).toBe("2026-12-24T18:00");
  });

  it("says what is wrong where it is wrong, and asks nobody", async () => {
    const fake = new FakeEvents();
    openNew(fake);
    type("受付終了", "2020-01-01T10:00");
    create();
    expect(screen.getByText("名前を入れてください。")).toBeTruthy();
    expect(screen.getByText("終了は開始より後にしてください。")).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("式の名前")));
    expect(fake.calls).toEqual([]);
  });

  it("that may not have been created is not created twice unasked", async () => {
    const fake = new FakeEvents();
    fake.fault = { isAfter: true, times: 1 };
    openNew(fake);
    type("式の名前", "披露宴");
    create();
    await screen.findByText(/つくれたかどうか確かめられませんでした/);
    expect(fake.calls).toHaveLength(1);
    expect(screen.getByLabelText<HTMLInputElement>("式の名前").value).toBe("披露宴");
  });
});
