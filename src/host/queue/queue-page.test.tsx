// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { HostPhoto } from "../../backend/host-photo.ts";
import { inHostPages, pass, renderHostPage } from "../shell/test-host-page.tsx";
import { FakeQueue } from "./fake-queue.ts";
import { QueuePage } from "./queue-page.tsx";
import { hostPhoto } from "./test-photos.ts";

const guests = ["美咲", "健太", "さくら", "翔"] as const;
/** The first one is the newest. */
const waiting = (change: Partial<HostPhoto> = {}) =>
  guests.map((displayName, at) =>
    hostPhoto(`p${at}`, { displayName, guestId: `g${at}`, sentAt: 100_000 - at, ...change }),
  );

async function opened(photos: readonly HostPhoto[] = waiting()) {
  const queue = new FakeQueue(photos);
  await renderHostPage("queue", <QueuePage backend={queue} />);
  return queue;
}

const key = async (name: string, more: { shiftKey?: boolean; repeat?: boolean } = {}) => {
  await act(async () => fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more }));
  await pass(300);
};
const click = async (element: HTMLElement, more = {}) => {
  await act(async () => fireEvent.click(element, more));
  await pass(300);
};
const cards = () =>
  within(screen.getByRole("region", { name: "写真の一覧" }))
    .queryAllByRole("button")
    .map((card) => card.textContent);
const card = (name: RegExp) =>
  within(screen.getByRole("region", { name: "写真の一覧" })).getByRole("button", { name });
const desk = () => within(screen.getByRole("region", { name: "選んだ写真" }));
const says = (queue: FakeQueue) =>
  queue.calls.flatMap(({ name, says: said, photos }) => (name === "moderate" ? [[said, photos]] : []));

inHostPages();
beforeEach(() => {
  // Nothing is laid out here, and the grid asks how large it is.
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(500);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(900);
});

describe("the queue", () => {
  it("begins with what waits, the newest large", async () => {
    await opened([...waiting(), hostPhoto("s", { state: "shown", displayName: "済み" })]);
    expect(cards()).toHaveLength(4);
    expect(cards()[0]).toMatch(/^美咲.*確認待ち/);
    expect(desk().getByRole("heading", { name: "美咲さん" })).toBeTruthy();
    expect(desk().getByRole("img", { name: "美咲さんが送った写真" }).getAttribute("src")).toBe(
      "http://p.test/p0.jpg",
    );
    await click(screen.getByRole("button", { name: "表示中" }));
    expect(cards()).toHaveLength(1);
    await click(screen.getByRole("button", { name: "すべて" }));
    expect(cards()).toHaveLength(5);
  });

  it("says kindly that nothing waits, and shows what comes", async () => {
    const queue = await opened([]);
    expect(screen.getByText("確認待ちの写真はありません")).toBeTruthy();
    await act(async () => queue.tell(hostPhoto("n", { displayName: "新人" })));
    await pass(300);
    expect(desk().getByRole("heading", { name: "新人さん" })).toBeTruthy();
  });

  it("says that it cannot read, and repairs itself", async () => {
    const queue = new FakeQueue(waiting());
    queue.isDown = true;
    await renderHostPage("queue", <QueuePage backend={queue} />);
    expect(screen.getByText(/写真を読み込めませんでした/)).toBeTruthy();
    queue.isDown = false;
    await pass(15_000);
    expect(cards()).toHaveLength(4);
  });

  it("announces new photos and lets them in when asked", async () => {
    const queue = await opened();
    await key("j");
    await act(async () => queue.tell(hostPhoto("n", { displayName: "新人", sentAt: 200_000 })));
    await pass(300);
    expect(cards()).toHaveLength(4);
    expect(desk().getByRole("heading", { name: "健太さん" })).toBeTruthy();
    await click(screen.getByRole("button", { name: /新しい写真 1枚/ }));
    expect(cards()[0]).toMatch(/^新人/);
    expect(desk().getByRole("heading", { name: "健太さん" })).toBeTruthy();
  });
});

describe("by keyboard", () => {
  it("shows, hides, goes on to the next and undoes", async () => {
    const queue = await opened();
    await key("a");
    await key("h");
    expect(says(queue)).toEqual([
      ["show", ["p0"]],
      ["hide", ["p1"]],
    ]);
    expect(desk().getByRole("heading", { name: "さくらさん" })).toBeTruthy();
    expect(cards()[0]).toMatch(/^美咲.*表示中/);
    expect(cards()[1]).toMatch(/^健太.*非表示/);
    expect(screen.getByText("健太さんの写真を隠しました")).toBeTruthy();
    await key("u");
    expect(desk().getByRole("heading", { name: "健太さん" })).toBeTruthy();
    expect(queue.rows.get("p1")?.state).toBe("pending");
    expect(screen.getByText("元に戻しました")).toBeTruthy();
  });

  it("moves in both directions and takes the keyboard's focus along", async () => {
    await opened();
    await key("ArrowRight");
    await key("j");
    expect(document.activeElement).toBe(card(/^さくら/));
    await key("k");
    expect(document.activeElement).toBe(card(/^健太/));
    // Three in a row.
    await key("ArrowDown");
    expect(document.activeElement).toBe(card(/^翔/));
  });

  it("selects one by one, a range and all, and decides about them together", async () => {
    const queue = await opened();
    await key("x");
    await key("j");
    await key("j");
    await key("X", { shiftKey: true });
    expect(screen.getByText("3枚を選択中")).toBeTruthy();
    await key("h");
    expect(says(queue)).toEqual([["hide", ["p0", "p1", "p2"]]]);
    expect(screen.getByText("3枚を隠しました")).toBeTruthy();
    expect(screen.queryByText(/選択中/)).toBeNull();
    await key("e");
    expect(screen.getByText("1枚を選択中")).toBeTruthy();
    await key("Escape");
    expect(screen.queryByText(/選択中/)).toBeNull();
  });

  it("does not decide again while a key is held, nor with the keys of the browser", async () => {
    const queue = await opened();
    await key("h", { repeat: true });
    await act(async () => fireEvent.keyDown(document.body, { key: "a", ctrlKey: true }));
    await pass(300);
    expect(says(queue)).toEqual([]);
  });

  it("explains its keys, and single letters can be switched off for good", async () => {
    const queue = await opened();
    await key("?");
    const dialog = within(screen.getByRole("dialog", { name: "キーボードでの操作" }));
    await click(dialog.getByRole("switch", { name: /一文字のキーで操作する/ }));
    await click(dialog.getByRole("button", { name: "閉じる" }));
    await key("h");
    expect(says(queue)).toEqual([]);
    expect(localStorage.getItem("egao:host:letters")).toBe("off");
    await key("ArrowRight");
    expect(desk().getByRole("heading", { name: "健太さん" })).toBeTruthy();
  });
});

describe("by mouse and touch", () => {
  it("opens a photo and decides with the buttons", async () => {
    const queue = await opened();
    await click(card(/^さくら/));
    await click(desk().getByRole("button", { name: /表示する/ }));
    expect(says(queue)).toEqual([["show", ["p2"]]]);
    expect(desk().getByRole("heading", { name: "翔さん" })).toBeTruthy();
    await click(screen.getByRole("button", { name: /元に戻す/ }));
    expect(queue.rows.get("p2")?.state).toBe("pending");
  });

  it("selects with boxes and shift", async () => {
    const queue = await opened();
    await click(screen.getByRole("checkbox", { name: "美咲さんの写真を選ぶ" }));
    await click(screen.getByRole("checkbox", { name: "さくらさんの写真を選ぶ" }), { shiftKey: true });
    expect(screen.getByText("3枚を選択中")).toBeTruthy();
    await click(screen.getByRole("button", { name: "4枚すべて選ぶ" }));
    const [many] = screen.getAllByRole("button", { name: /隠す/ });
    if (many === undefined) throw new Error("no button");
    await click(many);
    expect(says(queue)).toEqual([["hide", ["p0", "p1", "p2", "p3"]]]);
  });

  it("selects with a long press of a finger", async () => {
    await opened();
    const target = card(/^健太/);
    await act(async () => fireEvent.pointerDown(target, { pointerType: "touch", clientX: 5, clientY: 5 }));
    await pass(600);
    await act(async () => fireEvent.pointerUp(target, { pointerType: "touch" }));
    await click(target);
    expect(screen.getByText("1枚を選択中")).toBeTruthy();
    expect(desk().getByRole("heading", { name: "美咲さん" })).toBeTruthy();
  });
});

describe("two hosts", () => {
  it("see each other's decisions live, and the second is told who was quicker", async () => {
    const queue = await opened();
    queue.isMute = true;
    await act(async () => queue.decide("p0", "hide", "田中"));
    await key("a");
    expect(screen.getByText(/美咲さんの写真は、田中さんが先に「隠す」にしました/)).toBeTruthy();
    expect(cards()[0]).toMatch(/^美咲.*非表示/);
    queue.isMute = false;
    await act(async () => queue.decide("p1", "show", "田中"));
    await pass(300);
    expect(desk().getByText(/田中さんが「表示する」にしました/)).toBeTruthy();
  });
});

describe("the large view", () => {
  it("tells why a photo waits, what moderation saw, and who decided before", async () => {
    const decision = { says: null, by: "田中", at: 90_000, count: 3 } as const;
    const labels = ["Non-Explicit Nudity", "Bare Back", "Smoking"].map((name, at) => ({
      name,
      confidence: 60 + at,
    }));
    await opened([
      hostPhoto("p", { reason: "flagged", concern: "flagged", moderationLabels: labels, decision }),
    ]);
    expect(desk().getByText("自動チェックが、確認したほうがよいものを見つけました。")).toBeTruthy();
    // The parent only came along.
    expect(
      desk()
        .getAllByRole("listitem")
        .map(({ textContent }) => textContent),
    ).toEqual(expect.arrayContaining(["喫煙 62%", "背中の露出 61%"]));
    expect(desk().queryByText(/^肌の露出/)).toBeNull();
    expect(desk().getByText(/田中さんが自動の判断に戻しました/)).toBeTruthy();
    expect(desk().getByText("判断はこれまでに3回です。")).toBeTruthy();
  });

  it("says when nobody checked, and what stands against a photo that is hidden for another reason", async () => {
    await opened([
      hostPhoto("p", { isModerationChecked: false, reason: "not-checked", concern: "not-checked" }),
    ]);
    expect(desk().getByText("この写真は自動チェックを受けていません。")).toBeTruthy();
    cleanup();
    await opened([hostPhoto("q", { reason: "review-first", concern: "banned-word" })]);
    expect(desk().getByText("使えないことばが写っています。")).toBeTruthy();
  });

  it("shows a duplicate beside the photo that it repeats, and the guest's other photos", async () => {
    const earlier = hostPhoto("first", { state: "shown", sentAt: 10, displayName: "健太", guestId: "k" });
    const repeated = hostPhoto("again", {
      state: "hidden",
      reason: "duplicate",
      duplicateOf: "first",
      guestId: "g",
    });
    const own = hostPhoto("own", { state: "shown", sentAt: 5, displayName: "美咲", guestId: "g" });
    await opened([earlier, repeated, own]);
    await click(screen.getByRole("button", { name: "非表示" }));
    await pass(500);
    expect(desk().getByText("前に届いた写真と同じです。")).toBeTruthy();
    expect(
      desk()
        .getByRole("img", { name: /前に届いた写真/ })
        .getAttribute("src"),
    ).toBe("http://p.test/first-s.jpg");
    expect(desk().getByText("この人の写真 2枚")).toBeTruthy();
    await click(desk().getByRole("button", { name: "美咲さんが送った写真: 表示中" }));
    expect(desk().queryByText("前に届いた写真と同じです。")).toBeNull();
    expect(desk().getByRole("link", { name: "この人のページへ" }).getAttribute("href")).toBe(
      "/host/e/guests?guest=g",
    );
  });

  it("says when the photo that it repeats is gone", async () => {
    await opened([hostPhoto("again", { duplicateOf: "gone" })]);
    expect(desk().getByText("前に届いた写真は、もう見られません。")).toBeTruthy();
  });

  it("explains the score", async () => {
    await opened([hostPhoto("p", { score: 98.2 })]);
    expect(desk().getByText("98.2pt")).toBeTruthy();
    expect(desk().getByText("笑顔の幸福度がそのまま得点になり、98.2ptです。")).toBeTruthy();
    expect(desk().getByText("1人目 98.2pt")).toBeTruthy();
  });

  it("offers no showing of what has no picture", async () => {
    const photo = hostPhoto("p", { size: null, reason: "unreadable", state: "hidden" });
    await opened([photo]);
    await click(screen.getByRole("button", { name: "非表示" }));
    expect(desk().getAllByText("画像はありません").length).toBeGreaterThan(0);
    expect(desk().getByRole("button", { name: /表示する/ })).toHaveProperty("disabled", true);
  });
});
