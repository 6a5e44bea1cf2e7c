// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { inHostPages, pass, press, renderHostPage } from "../shell/test-host-page.tsx";
import { FakeRehearsal, finished, goodReport, running } from "./fake-rehearsal.ts";
import { RehearsalPage } from "./rehearsal-page.tsx";

inHostPages(Date.UTC(2026, 10, 21, 4));

async function opened(change: Partial<FakeRehearsal> = {}): Promise<FakeRehearsal> {
  const backend = Object.assign(new FakeRehearsal(), change);
  await renderHostPage("rehearsal", <RehearsalPage backend={backend} />);
  return backend;
}
const button = (name: string) => screen.getByRole("button", { name });
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByLabelText(name), { target: { value } });
const told = (name: string): (string | null | undefined)[] => {
  const tile = screen.getAllByText(name).find((found) => found.tagName === "DT")?.parentElement;
  return [tile?.querySelector(".rehearsal__count")?.textContent, tile?.getAttribute("data-judged")];
};
const start = () => press(button("リハーサルを始める"));

describe("beginning", () => {
  it("is a wedding unless the host says otherwise, by a preset or in numbers", async () => {
    const backend = await opened();
    await start();
    backend.news(null);
    expect(backend.calls).toEqual([
      ["start", "e", { guests: 80, photos: 200, minutes: 5, readsForReal: false }],
    ]);
  });

  it("takes presets, numbers and the switch", async () => {
    const backend = await opened();
    await press(button("大きな式"));
    type("写真", "12");
    await press(screen.getByRole("switch"));
    await start();
    expect(backend.calls).toEqual([
      ["start", "e", { guests: 500, photos: 12, minutes: 30, readsForReal: true }],
    ]);
  });

  it("tells what real readings cost, by this event's settings", async () => {
    await opened();
    // Faces and moderation, 200 times, at Tokyo's price.
    expect(screen.getByText(/多くて\$0\.52ほど/)).toBeTruthy();
    await press(button("大きな式"));
    expect(screen.getByText(/多くて\$6\.50ほど/)).toBeTruthy();
  });

  it.each([
    ["ゲスト", "1001", "1,000"],
    ["写真", "", "5,000"],
    ["時間", "2.5", "60"],
  ])("does not begin with what cannot be: %s %s", async (name, value, most) => {
    const backend = await opened();
    type(name, value);
    await start();
    expect(backend.calls).toEqual([]);
    expect(screen.getByText(`1から${most}までの整数を入れてください。`)).toBeTruthy();
  });

  it.each([
    [{ refused: "conflict", words: "guests are sending photos to this event" }, /最後の写真から1時間/],
    [{ refused: "conflict", words: "the last rehearsal is still there" }, /前のリハーサルがまだ/],
    [{ refused: "bad-input", words: "eventId: this is a rehearsal" }, /リハーサルの中です/],
    ["down", /電波を確かめて/],
  ] as const)("says kindly why it does not begin: %j", async (refusal, words) => {
    await opened({ refusal });
    await start();
    expect(screen.getByText(words)).toBeTruthy();
    expect(button("リハーサルを始める")).toBeTruthy();
  });
});

describe("while it runs", () => {
  it("shows the phase and how many photos were sent, and leads to its pages", async () => {
    const backend = await opened({ stored: running });
    expect(screen.getByRole("heading", { name: "写真を送っています" })).toBeTruthy();
    const bar = screen.getByRole("progressbar");
    expect([bar.getAttribute("value"), bar.getAttribute("max")]).toEqual(["124", "200"]);
    expect(screen.getByText("200枚中124枚")).toBeTruthy();
    const hrefs = screen.getAllByRole("link").map((link) => link.getAttribute("href"));
    expect(hrefs[0]).toMatch(/\/board\/board-of-played$/);
    expect(hrefs[1]).toBe("/host/played/queue");
    act(() => backend.news({ ...running, phase: "settling", sentSoFar: 200 }));
    expect(screen.getByRole("heading", { name: "届いたか確かめています" })).toBeTruthy();
    expect(screen.getByRole("progressbar").hasAttribute("value")).toBe(false);
    expect(screen.queryByRole("button", { name: "リハーサルを始める" })).toBeNull();
  });

  it("may be stopped", async () => {
    const backend = await opened({ stored: running });
    await press(button("やめて片づける"));
    expect(backend.calls).toEqual([["wipe", "e"]]);
    expect(button("リハーサルを始める")).toBeTruthy();
    expect(screen.getByText(/2分ほどで何も残らなくなります/)).toBeTruthy();
  });
});

describe("H6, H7: the report", () => {
  it("says that nothing was lost, what came of the photos, and how quick it was", async () => {
    await opened({ stored: finished });
    expect(screen.getByText("一枚も失われませんでした")).toBeTruthy();
    expect(told("失われたもの")).toEqual(["0", "good"]);
    expect(told("二重")).toEqual(["0", "good"]);
    expect(told("送った写真")).toEqual(["200", null]);
    expect(told("保存")).toEqual(["196", null]);
    expect(told("順位")).toEqual(["68", null]);
    const row = screen.getByRole("row", { name: /返事まで/ });
    expect(
      within(row)
        .getAllByRole("cell")
        .map(({ textContent }) => textContent),
    ).toEqual(["2.0秒", "4.4秒", "8.0秒", "9.1秒"]);
    expect(screen.getByText("返事（無料）").nextSibling?.textContent).toBe("214");
  });

  it("tells the money part by part in two regions, with the day of the prices", async () => {
    await opened({ stored: finished });
    const row = screen.getByRole("row", { name: /Rekognition/ });
    expect(row.textContent).toContain("$0.52$0.40");
    expect(screen.getByRole("columnheader", { name: "東京" })).toBeTruthy();
    expect(screen.getByRole("columnheader", { name: /バージニア/ })).toBeTruthy();
    expect(screen.getByRole("row", { name: /^合計/ }).textContent).toMatch(/(\$\d+\.\d\d){2}$/);
    expect(screen.getByText(/^\d+年\d+月\d+日のAWSの価格/)).toBeTruthy();
  });

  it("names what was lost or double, and that something was not taken", async () => {
    const report = {
      ...goodReport,
      lost: 2,
      double: 1,
      sent: { ...goodReport.sent, undelivered: 3 },
      findings: ["not-kept 9001", "not-answered 9002", "answered-twice abc"],
    };
    await opened({ stored: { ...finished, report } });
    expect(screen.getByText("うまくいかなかったところがあります")).toBeTruthy();
    expect(screen.queryByText("一枚も失われませんでした")).toBeNull();
    expect(told("失われたもの")).toEqual(["2", "bad"]);
    expect(told("二重")).toEqual(["1", "bad"]);
    expect(told("届かなかったもの")).toEqual(["3", "bad"]);
    expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "写真が保存されていない 9001",
      "返事をしていない 9002",
      "二度返事をした abc",
    ]);
  });
});

describe("wiping", () => {
  it("takes one click, says when all is gone, and keeps the report", async () => {
    const backend = await opened({ stored: finished });
    await press(button("片づける"));
    expect(backend.calls).toEqual([["wipe", "e"]]);
    expect(screen.getByText(/2分ほどで何も残らなくなります/)).toBeTruthy();
    expect(screen.queryByText("リハーサルをすべて片づけました。")).toBeNull();
    backend.played = "erased";
    await pass(6_000);
    expect(screen.getByText("リハーサルをすべて片づけました。")).toBeTruthy();
    expect(screen.getByText(/残っているのはこの結果だけ/)).toBeTruthy();
    expect(screen.getByText("一枚も失われませんでした")).toBeTruthy();
    expect(screen.getByRole("heading", { name: "もう一度リハーサルする" })).toBeTruthy();
  });

  it("says nothing of what was gone before", async () => {
    await opened({ stored: { ...finished, state: "wiped" }, played: "erased" });
    expect(screen.getByText(/残っているのはこの結果だけ/)).toBeTruthy();
    expect(screen.queryByText("リハーサルをすべて片づけました。")).toBeNull();
  });

  it("is not undone by an answer that is older", async () => {
    const backend = await opened({ stored: finished });
    await press(button("片づける"));
    act(() => backend.news(finished));
    expect(screen.queryByRole("button", { name: "片づける" })).toBeNull();
  });
});
