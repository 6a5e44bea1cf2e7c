// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { MemoryRouter, Route, Routes } from "react-router";
import { describe, expect, it, vi } from "vitest";
import type { NumbersPhoto } from "#domain/numbers-photo";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { exampleEvent } from "../events/example-event.ts";
import { aGuest } from "../guests/test-guests.ts";
import { FakeNumbers } from "../numbers/fake-numbers.ts";
import { aPhoto, smallEvening } from "../numbers/small-evening.ts";
import { LanguageProvider } from "../shell/language.tsx";
import { inHostPages, pass } from "../shell/test-host-page.tsx";
import { mosaicLeaves } from "./mosaic-leaf.tsx";
import { ReportPage } from "./report-page.tsx";

inHostPages();

const guests = [
  aGuest({ guestId: "hanako", displayName: "佐藤 花子" }),
  aGuest({ guestId: "taro", displayName: " " }),
  aGuest({ guestId: "couple", displayName: "新郎新婦", isExcluded: true }),
];

async function open(
  event: HostEvent | null = exampleEvent,
  photos: readonly NumbersPhoto[] = smallEvening,
): Promise<FakeNumbers> {
  const fake = new FakeNumbers(photos, guests);
  fake.event = event;
  render(
    <MemoryRouter initialEntries={["/report/event-1"]}>
      <LanguageProvider>
        <Routes>
          <Route path="/report/:eventId" element={<ReportPage backend={fake} />} />
        </Routes>
      </LanguageProvider>
    </MemoryRouter>,
  );
  // What is asked for depends on what came before.
  for (let times = 0; times < 4; times += 1) await pass(500);
  return fake;
}
const paper = (): HTMLElement => screen.getByRole("article");
const pictures = (of: ParentNode = paper()) =>
  [...of.querySelectorAll("img")].map((image) => image.getAttribute("src"));
const print = (): HTMLButtonElement => screen.getByRole("button", { name: "印刷する" });

describe("the report of a small evening", () => {
  it("V7: tells the day in words", async () => {
    await open();
    within(paper()).getByRole("heading", { level: 1, name: "佐藤家・田中家 結婚披露宴" });
    within(paper()).getByText("4枚の写真と、8の笑顔。");
    within(paper()).getByText("3人の皆さまが、4分のあいだに送ってくださいました。");
    expect(paper().textContent).toContain("2026年11月21日(土)");
  });

  it("R4, V7: ranks who may have a place, by the names that the board shows, each with the best picture", async () => {
    await open();
    const ranked = [...paper().querySelectorAll<HTMLElement>(".top-ten__guest")];
    expect(ranked.map(({ textContent }) => textContent)).toEqual([
      "第1位佐藤 花子さん240.0pt",
      // Nobody is left without a name.
      "第2位ゲスト200.0pt",
    ]);
    expect(ranked.flatMap((guest) => pictures(guest))).toEqual(["/pictures/2.jpg", "/pictures/3.jpg"]);
  });

  it("G6, G7: keeps the order of a result that was fixed, without who was passed over", async () => {
    const stage = { ...exampleEvent.stage, name: "thanks" as const, result: ["taro", "hanako"] };
    await open({ ...exampleEvent, stage });
    const places = () =>
      [...paper().querySelectorAll(".top-ten__name")].map(({ textContent }) => textContent);
    expect(places()).toEqual(["ゲスト", "佐藤 花子さん"]);
    cleanup();
    await open({ ...exampleEvent, stage: { ...stage, skipped: ["taro"] } });
    expect(places()).toEqual(["佐藤 花子さん"]);
  });

  it("V7: shows every shown photo in the order in which they were sent, and nothing of the others", async () => {
    await open();
    const mosaic = paper().querySelector(".mosaic");
    expect(mosaic && pictures(mosaic)).toEqual([1, 2, 3, 4].map((id) => `/pictures/${id}.jpg`));
    expect(pictures().some((source) => /\/[567][.-]/.test(source ?? ""))).toBe(false);
    expect(paper().textContent).not.toMatch(/結衣|確認待ち|非表示|999/);
  });

  it("G10: tells the side prizes that were given, but for those whose photo is not shown any more", async () => {
    const awards = [
      { award: "biggest-group", guestId: "taro", photoId: "3", value: 4 },
      { award: "first-smile", guestId: "yui", photoId: "6", value: 99 },
    ] as const;
    await open({ ...exampleEvent, stage: { ...exampleEvent.stage, name: "thanks", awards } });
    const told = [...paper().querySelectorAll(".prizes__words")].map(({ textContent }) => textContent);
    expect(told).toEqual(["大集合賞ゲスト4人"]);
  });

  it("is there after the event was archived, in its language and colours, whatever the host speaks", async () => {
    await open({ ...exampleEvent, state: "archived", language: "en", theme: "wedding" });
    expect([paper().lang, paper().dataset["theme"]]).toEqual(["en", "wedding"]);
    within(paper()).getByText("4 photos, 8 smiles.");
    within(paper()).getByText("Sent by 3 guests within 4 minutes.");
    screen.getByRole("link", { name: "数字のページへ戻る" });
  });

  it("goes to the printer when every picture has come or never will", async () => {
    const printed = vi.fn();
    vi.stubGlobal("print", printed);
    await open();
    expect(print().disabled).toBe(true);
    const images = [...paper().querySelectorAll("img")];
    screen.getByText(`写真を読み込んでいます… ${images.length}枚中0枚`);
    for (const image of images.slice(1)) fireEvent.load(image);
    await pass(500);
    expect(print().disabled).toBe(true);
    // Asked for again, and again, and given up.
    for (let times = 0; times < 4; times += 1) {
      const [first] = paper().querySelectorAll("img");
      if (first?.getAttribute("src") === images[0]?.getAttribute("src") && first) fireEvent.error(first);
      await pass(5_000);
    }
    expect(print().disabled).toBe(false);
    fireEvent.click(print());
    expect(printed).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });
});

it("says that there is nothing to report yet, or no such event", async () => {
  await open(exampleEvent, [aPhoto("1", 0, { state: "pending" })]);
  screen.getByText("表示中の写真がないため、まだ記録をつくれません。");
  expect(print().disabled).toBe(true);
  cleanup();
  await open(null);
  screen.getByText("この式は見つかりません。");
});

it("lays all photos on leaves, large where there are few", () => {
  for (const count of [1, 12, 13, 150, 600, 2_500, 12_000]) {
    const leaves = mosaicLeaves(Array.from({ length: count }, (_, index) => aPhoto(String(index), 0)));
    const photos = leaves.flatMap((leaf) => leaf.photos);
    expect(photos.map(({ photoId }) => photoId)).toEqual(photos.map((_, index) => String(index)));
    expect(photos).toHaveLength(count);
    // 186 × 250 mm: what a leaf has to give.
    for (const { columns, photos: own } of leaves)
      expect(Math.ceil(own.length / columns) * (186 / columns)).toBeLessThanOrEqual(250);
  }
  expect(mosaicLeaves([aPhoto("1", 0)])[0]?.columns).toBe(3);
});
