// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { stageNames } from "#domain/stage";
import type { HostStage } from "../../backend/host-event-shapes.ts";
import { exampleEvent } from "../events/example-event.ts";
import { FakeEvents } from "../events/fake-events.ts";
import { openHostPage } from "../events/open-host-page.tsx";
import { RemotePage } from "./remote-page.tsx";

let errors: unknown[][];
beforeEach(() => {
  errors = [];
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => errors.push(words));
  vi.spyOn(console, "warn").mockReturnValue();
  // A phone: the board is not loaded into the page.
  const phone = Object.assign(new EventTarget(), { matches: false });
  vi.stubGlobal("matchMedia", () => phone);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  if (errors.length > 0) throw new Error(`console.error: ${JSON.stringify(errors)}`);
});

async function open(stage: HostStage): Promise<FakeEvents> {
  const fake = new FakeEvents([{ ...exampleEvent, stage }]);
  openHostPage(<RemotePage backend={fake} />, "/host/:eventId/remote", "/host/event-1/remote");
  await screen.findByText("いま会場に映っているもの");
  return fake;
}
const reveal = (step: number): HostStage => ({ name: "reveal", step, version: 20 + step });
const now = () => document.querySelector(".now__stage")?.textContent;
// A busy machine may need longer than a second for what is done at once.
const PATIENCE = { timeout: 10_000 };
const isNow = (words: string) => waitFor(() => expect(now()).toContain(words), PATIENCE);
const button = (name: RegExp | string) => screen.getByRole("button", { name });
const key = (name: string) => fireEvent.keyDown(document.body, { key: name });
/** A tap right after an answer means nothing. */
const isReady = () =>
  waitFor(
    () => expect(document.querySelector('.stage[aria-pressed="false"]:not([aria-disabled])')).not.toBeNull(),
    PATIENCE,
  );

describe("the remote", () => {
  it("says what the room sees and goes where it is told", async () => {
    const fake = await open({ name: "ranking", version: 4 });
    expect(now()).toContain("ランキング");
    fireEvent.click(button("締め切り"));
    await isNow("締め切り");
    expect(button("締め切り").getAttribute("aria-pressed")).toBe("true");
    expect(fake.calls).toMatchObject([["setStage", { name: "frozen", seen: 4 }]]);
  });

  it("G3: offers only what may follow", async () => {
    const fake = await open(reveal(4));
    fireEvent.click(button("ランキング"));
    expect(button("ランキング").getAttribute("aria-disabled")).toBe("true");
    expect(fake.calls).toEqual([]);
    expect(button("お礼").getAttribute("aria-disabled")).toBeNull();
  });

  it("G11: begins a replay, and begins it anew", async () => {
    const fake = await open({ name: "wall", version: 4 });
    fireEvent.click(button("ふり返り"));
    await isNow("もう一度押すと最初から");
    await isReady();
    fireEvent.click(button("ふり返り"));
    await waitFor(() => expect(fake.calls).toHaveLength(2), PATIENCE);
    await isReady();
    key(String(stageNames.indexOf("replay") + 1));
    await waitFor(() => expect(fake.calls).toHaveLength(3), PATIENCE);
    expect(fake.calls).toMatchObject([4, 5, 6].map((seen) => ["setStage", { name: "replay", seen }]));
  });

  it("G3: steps through the results to the winner, and back", async () => {
    const fake = await open(reveal(8));
    fireEvent.click(button("次へ 2位を発表"));
    await isNow("2位を発表中");
    await isReady();
    fireEvent.click(button("次へ 優勝者を発表"));
    await isNow("優勝者を発表中");
    expect(screen.queryByRole("button", { name: /^次へ/ })).toBeNull();
    await isReady();
    fireEvent.click(button("一つ戻る 2位に戻る"));
    await isNow("2位を発表中");
    expect(fake.steps).toBe(3);
  });

  it("takes a double tap for one", async () => {
    const fake = await open(reveal(3));
    fireEvent.click(button(/^次へ/));
    fireEvent.click(button(/^次へ/));
    await isNow("7位を発表中");
    fireEvent.click(button(/^次へ/));
    key("ArrowRight");
    await isReady();
    expect(fake.steps).toBe(1);
  });

  it("shows another host's step at once", async () => {
    const fake = await open(reveal(3));
    await act(async () => fake.setStageElsewhere({ name: "reveal", step: 4 }));
    expect(now()).toContain("7位を発表中");
  });

  it("says so when another host was faster, and shows what is", async () => {
    const fake = await open(reveal(3));
    // The news of it is lost.
    fake.all = [{ ...fake.now, stage: { name: "frozen", version: 24 } }];
    fireEvent.click(button(/^次へ/));
    await screen.findByText(/ほかの担当者が先に操作しました/);
    await isNow("締め切り");
    expect(fake.steps).toBe(0);
  });

  it("in a bad network says that it is sending, locks, and steps once", async () => {
    const fake = await open(reveal(3));
    fake.fault = { isAfter: true, times: 2 };
    fireEvent.click(button(/^次へ/));
    expect(screen.getByText("送信中…")).toBeTruthy();
    expect(button("お礼").getAttribute("aria-disabled")).toBe("true");
    await screen.findByText(/電波が弱いようです/, {}, { timeout: 3_000 });
    await waitFor(() => expect(now()).toContain("7位を発表中"), { timeout: 5_000 });
    expect(fake.steps).toBe(1);
  });

  it("is worked by keys: numbers choose, space and arrows step", async () => {
    const fake = await open({ name: "ranking", version: 4 });
    key("6");
    expect(fake.calls).toEqual([]);
    key("5");
    await isNow("締め切り");
    await isReady();
    key("6");
    await isNow("まだ誰も発表していません");
    await isReady();
    key(" ");
    await isNow("10位を発表中");
    await isReady();
    fireEvent.keyDown(document.body, { key: "ArrowRight", repeat: true });
    fireEvent.keyDown(button("お礼"), { key: " " });
    key("ArrowLeft");
    await isNow("まだ誰も発表していません");
    expect(fake.steps).toBe(4);
  });

  it("lets a reveal that was left by mistake go on where it was", async () => {
    const fake = await open(reveal(5));
    fireEvent.click(button("締め切り"));
    await isNow("締め切り");
    await isReady();
    fireEvent.click(button("続きから（6位）"));
    await isNow("6位を発表中");
    expect(fake.now.stage.step).toBe(5);
  });

  it("G5: starts a round of the chosen length, tells what is left, and gives it anew", async () => {
    const fake = await open({ name: "ranking", version: 4 });
    fireEvent.click(screen.getByLabelText("10分"));
    fireEvent.click(button("撮影タイム"));
    await isNow("撮影タイム");
    expect(fake.calls.at(-1)).toMatchObject(["setStage", { name: "round", minutes: 10 }]);
    act(() => fake.setStageElsewhere({ name: "round", takesUntil: Date.now() + 125_000 }));
    expect(await screen.findByText(/^残り 2:0[45]$/)).toBeTruthy();
    await isReady();
    fireEvent.click(button("いまから10分で計り直す"));
    await waitFor(() => expect(fake.calls).toHaveLength(2), PATIENCE);
    expect(fake.calls.at(-1)).toMatchObject(["setStage", { name: "round", minutes: 10, seen: 6 }]);
  });

  it("G5: says when the time is over", async () => {
    await open({ name: "round", takesUntil: Date.now() - 1, version: 4 });
    expect(screen.getByText(/^時間になりました/)).toBeTruthy();
  });

  it("G6: tells how many photos are still being read before the result", async () => {
    const fake = await open({ name: "frozen", version: 4 });
    expect(await screen.findByText("届いた写真の採点はすべて終わっています。")).toBeTruthy();
    cleanup();
    fake.underway = 3;
    openHostPage(<RemotePage backend={fake} />, "/host/:eventId/remote", "/host/event-1/remote");
    expect(await screen.findByText(/あと3枚/)).toBeTruthy();
  });

  it("G7: passes over who is not there, and calls them again", async () => {
    const result = ["g1", "g2", "g3"];
    const fake = new FakeEvents([{ ...exampleEvent, stage: { ...reveal(8), result } }]);
    fake.ranking = result.map((guestId) => ({ guestId, displayName: `花子${guestId}` }));
    openHostPage(<RemotePage backend={fake} />, "/host/:eventId/remote", "/host/event-1/remote");
    fireEvent.click(await screen.findByRole("button", { name: "花子g2さんをとばす" }));
    await waitFor(() => expect(fake.calls).toHaveLength(1), PATIENCE);
    expect(fake.calls).toMatchObject([["setStage", { name: "reveal", step: 8, skipped: ["g2"], seen: 28 }]]);
    await isReady();
    fireEvent.click(await screen.findByRole("button", { name: "戻す" }));
    await waitFor(() => expect(fake.calls).toHaveLength(2), PATIENCE);
    expect(fake.calls.at(-1)).toMatchObject(["setStage", { step: 8, skipped: [] }]);
  });

  it("G8: lets ranking and wall take turns, and no other stage", async () => {
    const fake = await open({ name: "wall", version: 4 });
    fireEvent.click(screen.getByRole("switch"));
    await waitFor(() => expect(fake.calls).toHaveLength(1), PATIENCE);
    expect(fake.calls).toMatchObject([["setStage", { name: "wall", alternates: true, seen: 4 }]]);
    cleanup();
    await open({ name: "join", version: 4 });
    expect(screen.queryByRole("switch")).toBeNull();
  });
});

describe("G10: side prizes", () => {
  const photo = (photoId: string, displayName: string, score: number, faceCount: number) => ({
    photoId,
    guestId: displayName,
    displayName,
    sentAt: Number(photoId),
    score,
    faceCount,
    missions: [],
  });
  const awardPhotos = [photo("1", "花子", 90, 1), photo("2", "太郎", 180, 2), photo("3", "健", 300, 4)];
  const given = (fake: FakeEvents): unknown => fake.calls.at(-1);
  const openPrizes = async (stage: HostStage): Promise<FakeEvents> => {
    const fake = await open(stage);
    fake.awardPhotos = awardPhotos;
    const panel = document.querySelector<HTMLDetailsElement>(".prizes");
    if (panel === null) throw new Error("no prizes");
    panel.open = true;
    fireEvent(panel, new Event("toggle"));
    await screen.findByText("ベストツーショット賞", {}, PATIENCE);
    return fake;
  };
  const names = (): string[] =>
    [...document.querySelectorAll(".prizes__guest bdi")].map((name) => name.textContent);

  it("are found among the photos, one each, and shown with the thanks", async () => {
    const fake = await openPrizes({ name: "thanks", version: 4 });
    expect(names()).toEqual(["花子", "健", "太郎", "健"]);
    fireEvent.click(screen.getByRole("checkbox", { name: /大集合賞/ }));
    fireEvent.click(button("3つの賞をスクリーンで紹介"));
    await screen.findByText("3つの賞を紹介しています。", {}, PATIENCE);
    expect(given(fake)).toMatchObject([
      "setStage",
      {
        name: "thanks",
        awards: [
          { award: "first-smile", guestId: "花子", photoId: "1", value: 90 },
          { award: "best-pair", guestId: "太郎", photoId: "2", value: 180 },
          { award: "happiest-table", guestId: "健", photoId: "3", value: 300 },
        ],
      },
    ]);
  });

  it("go to the next one when somebody is not there, and back", async () => {
    await openPrizes({ name: "thanks", version: 4 });
    fireEvent.click(button("花子さんではなく次の方へ"));
    await waitFor(() => expect(names()[0]).toBe("太郎"), PATIENCE);
    fireEvent.click(button("戻す"));
    await waitFor(() => expect(names()[0]).toBe("花子"), PATIENCE);
  });

  it("wait for the thanks", async () => {
    await openPrizes({ name: "ranking", version: 4 });
    screen.getByText("「お礼」の画面になったら紹介できます。");
    expect(screen.queryByRole("button", { name: /スクリーンで紹介/ })).toBeNull();
  });
});
