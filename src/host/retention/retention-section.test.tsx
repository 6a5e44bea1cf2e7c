// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { DAY_MS } from "#domain/retention";
import { dayText } from "../events/clock-text.ts";
import { exampleEvent } from "../events/example-event.ts";
import { FakeEvents } from "../events/fake-events.ts";
import { openHostPage } from "../events/open-host-page.tsx";
import { SettingsPage } from "../events/settings-page.tsx";
import { FakeRetention } from "./fake-retention.ts";

beforeEach(() => {
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const { title } = exampleEvent;
const closesAt = Date.now() - 5 * DAY_MS;
const over = {
  state: "closed",
  opensAt: closesAt - DAY_MS,
  closesAt,
  retentionEndsAt: closesAt + 90 * DAY_MS,
} as const;

async function open(change: Partial<typeof exampleEvent> = {}) {
  const events = new FakeEvents([{ ...exampleEvent, ...over, ...change }]);
  const retention = new FakeRetention(events);
  const page = <SettingsPage backend={events} retention={retention} />;
  openHostPage(page, "/host/:eventId/settings", "/host/event-1/settings");
  await screen.findByRole("heading", { name: "保存期限と削除" });
  return { events, retention };
}
const lastDay = () => screen.getByLabelText<HTMLInputElement>("保存する最後の日");
const type = (day: string) => fireEvent.change(lastDay(), { target: { value: day } });
const press = (name: string, inside: HTMLElement = document.body) =>
  fireEvent.click(within(inside).getByRole("button", { name }));
const dialog = () => screen.getByRole("dialog");
const typeName = (name: string) =>
  fireEvent.change(within(dialog()).getByRole("textbox"), { target: { value: name } });
const endOf = (day: string): number => new Date(`${day}T23:59:59.999`).getTime();

it("K8: says how long everything is kept, that nobody has it yet, and what guests are told", async () => {
  await open();
  expect(screen.getByText(/^あと8[45]日$/)).toBeTruthy();
  expect(screen.getByText("まだどなたもダウンロードしていません")).toBeTruthy();
  expect(screen.getByText(/ゲストには「遅くとも/)).toBeTruthy();
  const way = screen.getByRole("link", { name: "写真をダウンロードする" });
  expect(way.getAttribute("href")).toBe("/host/event-1/export");
});

it("K8: says that it waits, and until when, once the time is over", async () => {
  await open({ closesAt: closesAt - 91 * DAY_MS, retentionEndsAt: closesAt - DAY_MS });
  expect(screen.getByText("今日まで")).toBeTruthy();
  expect(screen.getByText(/まで削除を待っています/)).toBeTruthy();
});

it("K8: is calm once somebody has downloaded everything", async () => {
  await open({ downloadedAt: Date.now() - DAY_MS });
  expect(screen.queryByText("まだどなたもダウンロードしていません")).toBeNull();
  expect(screen.getByText(/にダウンロードしました/)).toBeTruthy();
});

it("K7: postpones without asking", async () => {
  const { retention } = await open();
  const day = dayText(closesAt + 200 * DAY_MS);
  type(day);
  press("期限を保存");
  await waitFor(() => expect(retention.calls).toEqual([["keepUntil", exampleEvent.version, endOf(day), ""]]));
  await waitFor(() => expect(lastDay().value).toBe(day));
});

it.each([
  ["", "日付を入れてください。"],
  [dayText(closesAt - 2 * DAY_MS), "式の受付が終わる日より前にはできません。"],
  [dayText(closesAt + 2 * DAY_MS), "過ぎた日にはできません"],
  [dayText(closesAt + 800 * DAY_MS), "2年後までにしてください"],
])("refuses %s with words", async (day, words) => {
  const { retention } = await open();
  type(day);
  press("期限を保存");
  expect(await screen.findByText(new RegExp(words))).toBeTruthy();
  expect(retention.calls).toEqual([]);
});

it("K7: asks for the name when fewer than 30 days are left from closing", async () => {
  const { retention } = await open();
  const day = dayText(closesAt + 10 * DAY_MS);
  type(day);
  press("期限を保存");
  press("短くする", dialog());
  expect(await screen.findByText("確かめるため、式の名前を入れてください")).toBeTruthy();
  expect(retention.calls).toEqual([]);
  typeName("ちがう名前");
  press("短くする", dialog());
  expect(screen.getByText("式の名前と違います。")).toBeTruthy();
  typeName(` ${title} `);
  press("短くする", dialog());
  await waitFor(() =>
    expect(retention.calls).toEqual([["keepUntil", exampleEvent.version, endOf(day), ` ${title} `]]),
  );
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("K10: deletes everything once the name is typed, and then shows how far that is", async () => {
  const { events, retention } = await open();
  press("すべて削除する");
  expect(within(dialog()).getByText("写真はまだどなたもダウンロードしていません。")).toBeTruthy();
  press("すべて削除する", dialog());
  expect(retention.calls).toEqual([]);
  typeName(title);
  press("すべて削除する", dialog());
  expect(await screen.findByText("すべて削除しています")).toBeTruthy();
  expect(retention.calls).toEqual([["endEvent", exampleEvent.version, title]]);
  expect(await screen.findByText(/まもなく始まります/)).toBeTruthy();
  act(() => retention.tell({ total: 84, done: 21, isTidying: false }));
  expect(screen.getByText("参加者 84人のうち 21人")).toBeTruthy();
  act(() => retention.tell({ total: 84, done: 84, isTidying: true }));
  expect(screen.getByText("残りがないか、もう一度確かめています")).toBeTruthy();
  await act(async () => {
    events.save({ state: "erased", version: events.now.version + 1 });
  });
  expect(await screen.findByRole("heading", { name: `「${title}」の削除の記録` })).toBeTruthy();
});

it("K10: says when it did not work, and leaves everything as it is", async () => {
  const { retention } = await open();
  retention.isOffline = true;
  press("すべて削除する");
  typeName(title);
  press("すべて削除する", dialog());
  expect(await screen.findByText(/うまくいきませんでした/)).toBeTruthy();
  retention.isOffline = false;
  retention.refusal = { refused: "conflict", words: "" };
  press("すべて削除する");
  typeName(title);
  press("すべて削除する", dialog());
  expect(await screen.findByText(/ほかの方が設定を変えていました/)).toBeTruthy();
});

it("K10: a rehearsal needs no name", async () => {
  const { retention } = await open({ isRehearsal: true });
  press("すべて削除する");
  expect(within(dialog()).queryByRole("textbox")).toBeNull();
  press("すべて削除する", dialog());
  await waitFor(() => expect(retention.calls).toEqual([["endEvent", exampleEvent.version, ""]]));
});

it("K11: ends in a report that tells every place and what remains, to be printed", async () => {
  const print = vi.fn();
  vi.stubGlobal("print", print);
  await open({ state: "erased" });
  const rows = await screen.findAllByRole("row");
  expect(rows).toHaveLength(1 + 8 + 1 + 6);
  expect(
    within(screen.getByRole("row", { name: /送られた写真/ }))
      .getAllByRole("cell")
      .map(({ textContent }) => textContent),
  ).toEqual(["210", "0"]);
  expect(screen.getByText(/2回見直し/)).toBeTruthy();
  press("印刷する");
  expect(print).toHaveBeenCalledOnce();
});

it("K11: tries again when the report cannot be read", async () => {
  const events = new FakeEvents([{ ...exampleEvent, ...over, state: "erased" }]);
  const retention = new FakeRetention(events);
  retention.isOffline = true;
  const page = <SettingsPage backend={events} retention={retention} />;
  openHostPage(page, "/host/:eventId/settings", "/host/event-1/settings");
  expect(await screen.findByText("記録を読めませんでした。")).toBeTruthy();
  retention.isOffline = false;
  press("もう一度読む");
  expect(await screen.findByText("削除したもの")).toBeTruthy();
});
