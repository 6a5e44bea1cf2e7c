// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { languages } from "#domain/language";
import { type StageName, stageNames, WINNER_STEP } from "#domain/stage";
import { hostScriptWords } from "#domain/words/host-script";
import type { HostStage } from "../../backend/host-event-shapes.ts";
import { openHostPage } from "../events/open-host-page.tsx";
import { exampleRanking, FakeResult } from "../result/fake-result.ts";
import { ScriptPage } from "./script-page.tsx";
import { showFlow } from "./show-flow.ts";

let errors: unknown[][];
beforeEach(() => {
  errors = [];
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => errors.push(words));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
  if (errors.length > 0) throw new Error(`console.error: ${JSON.stringify(errors)}`);
});

const PATIENCE = { timeout: 10_000 };
async function open(stage: HostStage): Promise<FakeResult> {
  const fake = new FakeResult(stage);
  openHostPage(<ScriptPage backend={fake} />, "/script/:eventId", "/script/event-1");
  await screen.findByText("次の合図", {}, PATIENCE);
  return fake;
}
const names = exampleRanking.map(({ guestId }) => guestId);
const revealAt = (step: number, more: Partial<HostStage> = {}): HostStage => ({
  name: "reveal",
  step,
  result: names,
  version: 20 + step,
  ...more,
});
const heading = () => screen.getByRole("heading", { level: 1 }).textContent;
const page = () => document.body.textContent ?? "";
const button = (name: string) => screen.getByRole("button", { name });
/** Whose name stands anywhere on the page, best first. */
const named = () =>
  exampleRanking
    .filter(({ displayName }) => new RegExp(`${displayName}(?!\\d)`).test(page()))
    .map(({ guestId }) => guestId);

describe("the MC's script", () => {
  it("follows the stage: the part, the words, the next cue", async () => {
    const fake = await open({ name: "join", version: 1 });
    expect(heading()).toBe("参加のご案内");
    expect(page()).toContain("佐藤家・田中家 結婚披露宴");
    expect(document.querySelector('[data-is-now="true"]')?.textContent).toContain("ご案内 3分");
    act(() => fake.setStage({ name: "wall", version: 2 }));
    expect(heading()).toBe("フォトウォール");
    expect(document.querySelector('[data-is-now="true"]')?.textContent).toContain("撮影 5分");
    expect(button("フォトウォール").getAttribute("aria-current")).toBe("step");
    // An older message comes late.
    act(() => fake.setStage({ name: "join", version: 1 }));
    expect(heading()).toBe("フォトウォール");
  });

  it("lets the MC read ahead, and comes back by itself when the stage changes", async () => {
    const fake = await open({ name: "ranking", version: 1 });
    fireEvent.click(button("締め切り"));
    expect(heading()).toBe("締め切り");
    expect(page()).toContain("下読み中です。スクリーンはいま「ランキング」です。");
    expect(button("ランキング").getAttribute("aria-current")).toBe("step");
    fireEvent.click(button("いまの場面に戻る"));
    expect(heading()).toBe("ランキング");
    fireEvent.click(button("お礼"));
    act(() => fake.setStage({ name: "round", takesUntil: Date.now() + 300_000, version: 2 }));
    expect(heading()).toBe("撮影タイム");
    expect(page()).not.toContain("下読み中");
  });

  it("G5: counts a round down, and has words for its last minute and its end", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    await open({ name: "round", takesUntil: Date.now() + 90_000, version: 1 });
    expect(screen.getByRole("timer").textContent).toMatch(/^残り 1:\d\d$/);
    expect(page()).not.toContain("残り1分を切りました");
    await act(() => vi.advanceTimersByTimeAsync(31_000));
    expect(page()).toContain("残り1分を切りました");
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(page()).toContain("そこまで！");
    expect(screen.queryByRole("timer")).toBeNull();
  });
});

describe("the reveal in the script", () => {
  it("G3: names at each step the one on the screens, with the reading, and nobody before", async () => {
    const fake = await open(revealAt(0));
    await waitFor(() => expect(page()).toContain("第10位から順に"), PATIENCE);
    expect(named()).toEqual([]);
    for (let step = 1; step <= WINNER_STEP; step += 1) {
      act(() => fake.setStage(revealAt(step)));
      const guestId = names[WINNER_STEP - step] ?? "";
      expect(named()).toEqual([guestId]);
      await screen.findByText(`はなこ ${guestId}`, {}, PATIENCE);
    }
    expect(page()).toContain("優勝、誠におめでとうございます");
    act(() => fake.setStage(revealAt(9, { version: 40 })));
    expect(named()).toEqual(["g2"]);
  });

  it("R5: says who is tied, and tells the place that they share", async () => {
    const fake = await open(revealAt(8));
    await screen.findByText("同点で第2位は……", {}, PATIENCE);
    act(() => fake.setStage(revealAt(7, { version: 40 })));
    expect(page()).toContain("第4位は……");
    expect(page()).not.toContain("同点");
  });

  it("G7: passes over who is not there", async () => {
    const fake = await open(revealAt(9));
    await waitFor(() => expect(named()).toEqual(["g2"]), PATIENCE);
    act(() => fake.setStage(revealAt(9, { skipped: ["g2"], version: 30 })));
    expect(named()).toEqual(["g3"]);
  });

  it("G6: of three guests calls nobody until the third's step", async () => {
    const few = names.slice(0, 3);
    const fake = await open(revealAt(7, { result: few }));
    await waitFor(() => expect(page()).toContain("第2位から順に"), PATIENCE);
    expect(named()).toEqual([]);
    act(() => fake.setStage(revealAt(8, { result: few })));
    expect(named()).toEqual(["g3"]);
  });

  it("says so when no reading is known", async () => {
    await open(revealAt(10, { result: ["g12"] }));
    await screen.findByText("読みがなは登録されていません", {}, PATIENCE);
  });

  it("is read ahead without any name", async () => {
    await open({ name: "frozen", version: 1 });
    fireEvent.click(button("結果発表"));
    expect(page()).toContain("大変お待たせいたしました");
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(named()).toEqual([]);
  });
});

describe("the words", () => {
  it("lie in every part once, and last ten minutes", () => {
    expect(showFlow.flatMap(({ stages }) => stages)).toEqual(stageNames);
    expect(showFlow.map(({ minutes }) => minutes)).toEqual([3, 5, 2]);
  });

  it.each(languages)(
    "in %s there are lines and a cue for every stage, with the event's title",
    (language) => {
      const { stages, reveal } = hostScriptWords[language];
      expect(JSON.stringify(stages.join.lines("宴の名"))).toContain("宴の名");
      for (const name of Object.keys(stages) as Exclude<StageName, "reveal">[]) {
        const lines = stages[name].lines("T");
        expect(lines.filter(({ kind }) => kind === "say").length).toBeGreaterThan(1);
        expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length);
        expect(stages[name].cue).not.toBe("");
      }
      expect(JSON.stringify(reveal.before(7, false))).toContain("7");
      expect(reveal.before(7, true)).not.toEqual(reveal.before(7, false));
      expect(JSON.stringify(reveal.afterWinner("98.7"))).toContain("98.7");
    },
  );
});
