// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { HostGuest } from "../../backend/host-guest.ts";
import { hostPhoto } from "../queue/test-photos.ts";
import { inHostPages, pass, press, renderHostPage } from "../shell/test-host-page.tsx";
import { GuestsPage } from "./guests-page.tsx";
import { aGuest, FakeGuests } from "./test-guests.ts";

const ken = aGuest({ guestId: "g1", displayName: "健", score: 142.6, photos: 2 });
const hanako = aGuest({ guestId: "g2", displayName: "花子", reading: "はなこ", score: 90, photos: 1 });
const held = aGuest({ guestId: "g3", displayName: "ゲスト", heldName: "バカ大将", photos: 1 });

async function opened(guests: readonly HostGuest[] = [ken, hanako, held], address = "") {
  const backend = new FakeGuests(guests);
  await show(backend, address);
  return backend;
}

async function show(backend: FakeGuests, address = "") {
  await renderHostPage("guests", <GuestsPage backend={backend} />, address);
}

const type = async (element: HTMLElement, value: string) => {
  await act(async () => fireEvent.change(element, { target: { value } }));
  await pass(500);
};
const names = () =>
  screen
    .queryAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("button")[0]?.textContent);
const row = (name: string) => screen.getByRole("button", { name });
const panel = () => within(screen.getByRole("complementary"));
const button = (name: string | RegExp) => panel().getByRole("button", { name });

inHostPages();

describe("the list of guests", () => {
  it("shows everybody by points, with reading, photos and state", async () => {
    await opened([hanako, ken, aGuest({ guestId: "g4", displayName: "翔", bannedAt: 5, isExcluded: true })]);
    expect(names()).toEqual(["健", "花子", "翔"]);
    expect(screen.getAllByRole("row")[2]?.textContent).toBe("花子はなこ90.0pt1枚");
    expect(screen.getAllByRole("row")[3]?.textContent).toMatch(/参加停止中ランキング対象外$/);
    expect(screen.getByText("3人")).toBeTruthy();
  });

  it("keeps no more rows in the document than fit, of 12,000", async () => {
    await opened(Array.from({ length: 12_000 }, (_, i) => aGuest({ guestId: `g${i}`, score: i })));
    expect(names().length).toBeGreaterThan(5);
    expect(names().length).toBeLessThan(60);
    expect(screen.getByRole("table").getAttribute("aria-rowcount")).toBe("12001");
    expect(screen.getAllByRole("row")[1]?.getAttribute("aria-rowindex")).toBe("2");
  });

  it("finds by name and reading at once, and says how many", async () => {
    const backend = await opened();
    await type(screen.getByRole("searchbox"), "ハナ");
    expect(names()).toEqual(["花子"]);
    expect(screen.getByText("1人見つかりました")).toBeTruthy();
    expect(backend.searches).toEqual([]);
    await type(screen.getByRole("searchbox"), "いない人");
    expect(screen.getByText("見つかりませんでした")).toBeTruthy();
    await press(screen.getByRole("button", { name: "検索をやめる" }));
    expect(names()).toHaveLength(3);
  });

  it("asks the API for those who were not read yet", async () => {
    const backend = new FakeGuests([ken, hanako, aGuest({ guestId: "g9", displayName: "遅い人" })]);
    backend.isSlow = true;
    await show(backend);
    expect(names()).toEqual(["健", "花子"]);
    expect(screen.getByText("読み込み中")).toBeTruthy();
    await type(screen.getByRole("searchbox"), "遅い");
    expect(backend.searches).toEqual(["遅い"]);
    expect(names()).toEqual(["遅い人"]);
  });

  it("filters, orders, and says kindly when nobody is there", async () => {
    await opened();
    await press(screen.getByRole("radio", { name: /名前の確認待ち/ }));
    expect(names()).toEqual(["ゲスト"]);
    await press(screen.getByRole("radio", { name: /参加停止中/ }));
    expect(screen.getByText("参加を止めている方はいません")).toBeTruthy();
    await press(screen.getByRole("radio", { name: /全員/ }));
    await type(screen.getByRole("combobox"), "photos");
    expect(names()[0]).toBe("健");
    cleanup();
    await opened([]);
    expect(screen.getByText("まだゲストがいません")).toBeTruthy();
  });

  it("follows what other hosts decide", async () => {
    const backend = await opened();
    await act(async () => backend.tell({ ...hanako, displayName: "はなちゃん", version: 2 }));
    await pass(500);
    expect(names()).toContain("はなちゃん");
    await act(async () => backend.tell({ ...hanako, displayName: "古い名前", version: 1 }));
    await pass(500);
    expect(names()).toContain("はなちゃん");
  });

  it("moves from row to row by the arrow keys", async () => {
    await opened();
    act(() => row("健").focus());
    await act(async () => fireEvent.keyDown(row("健"), { key: "ArrowDown" }));
    await pass(50);
    expect(document.activeElement?.textContent).toBe("花子");
    await act(async () => fireEvent.keyDown(row("花子"), { key: "End" }));
    await pass(50);
    expect(document.activeElement?.textContent).toBe("ゲスト");
  });
});

describe("names that the list of words held back", () => {
  it("N2: are accepted with one press on the row, and taken back from the toast", async () => {
    const backend = await opened();
    await press(screen.getByRole("button", { name: "この名前で表示 バカ大将" }));
    expect(backend.changes).toEqual([{ guestId: "g3", seen: 0, change: { displayName: "バカ大将" } }]);
    expect(names()).toContain("バカ大将");
    expect(screen.queryByRole("button", { name: /この名前で表示/ })).toBeNull();
    await press(screen.getByRole("button", { name: "元に戻す" }));
    expect(names()).toContain("ゲスト");
    expect(screen.getByRole("button", { name: /この名前で表示/ })).toBeTruthy();
  });

  it("N2: or the word for a guest is kept", async () => {
    const backend = await opened();
    await press(screen.getByRole("button", { name: "出さない バカ大将" }));
    expect(backend.changes).toEqual([{ guestId: "g3", seen: 0, change: { displayName: "ゲスト" } }]);
    expect(screen.queryByText("バカ大将")).toBeNull();
  });
});

describe("one guest", () => {
  it("opens with the focus on the name, and gives it back when closed", async () => {
    await opened();
    await press(row("花子"));
    expect(document.activeElement).toBe(panel().getByRole("heading", { name: "花子" }));
    await act(async () => fireEvent.keyDown(document.body, { key: "Escape" }));
    await pass(100);
    expect(screen.queryByRole("complementary")).toBeNull();
    expect(document.activeElement).toBe(row("花子"));
  });

  it("stands in the address, also before it was read", async () => {
    const backend = new FakeGuests([ken, hanako, held]);
    backend.isSlow = true;
    await show(backend, "?guest=g3");
    expect(panel().getByText("バカ大将")).toBeTruthy();
    cleanup();
    await opened([ken], "?guest=nobody");
    expect(panel().getByRole("heading", { name: "このゲストは見つかりません。" })).toBeTruthy();
  });

  it("gets another name and a reading in one decision", async () => {
    const backend = await opened();
    await press(row("健"));
    expect(button("保存する").hasAttribute("disabled")).toBe(true);
    await type(panel().getByLabelText("表示名"), "  健さん ");
    await type(panel().getByLabelText("よみがな（司会者用）"), "けん");
    await press(button("保存する"));
    expect(backend.changes).toEqual([
      { guestId: "g1", seen: 0, change: { displayName: "健さん", reading: "けん" } },
    ]);
    expect(screen.getByText("表示名を「健さん」にしました")).toBeTruthy();
    expect(button("保存する").hasAttribute("disabled")).toBe(true);
    await type(panel().getByLabelText("よみがな（司会者用）"), " ");
    await press(button("保存する"));
    expect(backend.changes.at(-1)).toEqual({ guestId: "g1", seen: 1, change: { reading: null } });
  });

  it("N1: gets no name without anything visible", async () => {
    const backend = await opened();
    await press(row("健"));
    await type(panel().getByLabelText("表示名"), "\u200e ");
    await press(button("保存する"));
    expect(panel().getByText("名前を入れてください。")).toBeTruthy();
    expect(backend.changes).toEqual([]);
  });

  it("leaves the ranking and comes back", async () => {
    const backend = await opened();
    await press(row("健"));
    await press(panel().getByRole("switch", { name: "ランキングから外す" }));
    expect(backend.changes).toEqual([{ guestId: "g1", seen: 0, change: { isExcluded: true } }]);
    await press(panel().getByRole("switch", { name: "ランキングから外す" }));
    expect(backend.changes.at(-1)).toEqual({ guestId: "g1", seen: 1, change: { isExcluded: false } });
  });

  it("is banned with a sentence that says what happens, and may take part again", async () => {
    const backend = await opened();
    await press(row("健"));
    expect(panel().getByText(/写真がすべてスクリーンとランキングから消え/)).toBeTruthy();
    await press(button("参加を止める"));
    expect(backend.changes).toEqual([{ guestId: "g1", seen: 0, change: { isBanned: true } }]);
    expect(panel().getByRole("heading", { name: /に参加を止めました/ })).toBeTruthy();
    await press(button("参加を再開する"));
    expect(backend.changes.at(-1)).toEqual({ guestId: "g1", seen: 1, change: { isBanned: false } });
    expect(button("参加を止める")).toBeTruthy();
  });

  it("shows the new state when another host was faster, and keeps what was typed", async () => {
    const backend = await opened();
    await press(row("健"));
    await type(panel().getByLabelText("表示名"), "けんちゃん");
    backend.decideElsewhere("g1", { displayName: "健一" });
    await press(button("保存する"));
    expect(panel().getByText(/ほかの主催者が先に変更しました/)).toBeTruthy();
    expect(panel().getByRole("heading", { name: "健一" })).toBeTruthy();
    expect(panel().getByText("いまの表示名：健一")).toBeTruthy();
    await press(button("保存する"));
    expect(backend.changes.at(-1)).toEqual({ guestId: "g1", seen: 1, change: { displayName: "けんちゃん" } });
    expect(panel().getByRole("heading", { name: "けんちゃん" })).toBeTruthy();
  });

  it("says what to do when the network is gone, and loses nothing that was typed", async () => {
    const backend = await opened();
    await press(row("健"));
    await type(panel().getByLabelText("よみがな（司会者用）"), "けん");
    backend.isCutOff = true;
    await press(button("保存する"));
    expect(panel().getByText(/保存できませんでした/)).toBeTruthy();
    backend.isCutOff = false;
    await press(button("保存する"));
    expect(backend.changes.at(-1)?.change).toEqual({ reading: "けん" });
    expect(panel().queryByText(/保存できませんでした/)).toBeNull();
  });

  it("says so when an undo comes too late", async () => {
    const backend = await opened();
    await press(row("健"));
    await press(panel().getByRole("switch", { name: "ランキングから外す" }));
    backend.decideElsewhere("g1", { isExcluded: true });
    await press(screen.getByRole("button", { name: "元に戻す" }));
    expect(screen.getByText("その後に変更があったため、元に戻せませんでした")).toBeTruthy();
  });

  it("shows the photos with their states, the first ones first and all on demand", async () => {
    const backend = new FakeGuests([ken]);
    const photos = Array.from({ length: 15 }, (_, i) =>
      hostPhoto(`p${i}`, { guestId: "g1", displayName: "健", state: i === 1 ? "hidden" : "shown" }),
    );
    backend.photos.set("g1", photos);
    await show(backend);
    await press(row("健"));
    const pictures = () => panel().getAllByRole("img");
    expect(pictures()).toHaveLength(12);
    expect(pictures()[1]?.getAttribute("alt")).toMatch(/健さんの写真.*非表示.*98\.2pt/);
    await press(button("すべて見る（15枚）"));
    expect(pictures()).toHaveLength(15);
  });

  it("asks again for photos that could not be read", async () => {
    const backend = new FakeGuests([ken]);
    backend.photos.set("g1", [hostPhoto("p1", { guestId: "g1" })]);
    await show(backend);
    backend.isCutOff = true;
    await press(row("健"));
    expect(panel().getByText(/写真を読み込めませんでした/)).toBeTruthy();
    backend.isCutOff = false;
    await press(button("もう一度試す"));
    expect(panel().getAllByRole("img")).toHaveLength(1);
    expect(panel().queryByText(/写真を読み込めませんでした/)).toBeNull();
  });
});
