// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { inHostPages, pass, press, renderHostPage } from "../shell/test-host-page.tsx";
import { AuditPage } from "./audit-page.tsx";
import { anEntry, FakeTrail, NOON, photosBy } from "./test-trail.ts";

const hid = (minutesAgo: number, photoIds: readonly string[]) =>
  anEntry(minutesAgo, {
    action: "moderatePhotos",
    before: photosBy("g1", null, photoIds),
    after: photosBy("g1", "hide", photoIds),
  });
const many = ["1", "2", "3", "4", "5", "6"];

async function opened(...entries: ConstructorParameters<typeof FakeTrail>[0]) {
  return show(new FakeTrail(entries));
}

async function show(backend: FakeTrail) {
  await renderHostPage("audit", <AuditPage backend={backend} />);
  return backend;
}

const deeds = () => screen.queryAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);
const entry = (deed: string) => {
  const found = screen.getByRole("heading", { name: deed }).closest("article");
  if (found === null) throw new Error(`${deed} is no entry`);
  return within(found);
};
const undoOf = (deed: string) => entry(deed).getByRole("button", { name: /^元に戻す/ });

inHostPages(NOON);

describe("the trail", () => {
  it("tells who did what, when, and what stood there before and after", async () => {
    await opened(hid(3, ["1", "2"]));
    const told = entry("健さんの写真2枚を隠しました");
    expect(told.getByText("花子")).toBeTruthy();
    expect(told.getByText("11:57")).toBeTruthy();
    expect(told.getByText("3 分前")).toBeTruthy();
    expect(told.getByRole("listitem").textContent).toMatch(/写真2枚.*自動の判断.*非表示/);
    expect(told.getByRole("link").getAttribute("href")).toBe("/host/e/guests?guest=g1");
    expect(screen.getByRole("heading", { level: 2 }).textContent).toMatch(/^今日/);
  });

  it("hears what is done now, also that it was carried out", async () => {
    const backend = await opened(anEntry(9));
    await act(async () => backend.tell(anEntry(1, { action: "renewBoard", isDone: false })));
    await pass(300);
    expect(deeds()[0]).toBe("スクリーンのアドレスを新しくしました");
    // It is under way: nobody is told that it came to nothing.
    await act(async () => backend.tell(anEntry(1, { action: "renewBoard" })));
    await pass(60_000);
    expect(screen.queryByText("完了していません")).toBeNull();
  });

  it("says what came to nothing", async () => {
    await opened(anEntry(9, { isDone: false }));
    expect(screen.getByText("完了していません")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^元に戻す/ })).toBeNull();
  });

  it("reads on as far as one looks, and says when reading breaks off", async () => {
    const backend = new FakeTrail(
      Array.from({ length: 30 }, (_, i) => anEntry(i)),
      10,
    );
    backend.isCutOff = true;
    await show(backend);
    expect(screen.getByText("続きを読み込めませんでした。")).toBeTruthy();
    backend.isCutOff = false;
    await press(screen.getByRole("button", { name: "もう一度試す" }));
    await pass(1_000);
    expect(screen.getByText("これより前の記録はありません")).toBeTruthy();
  });

  it("says kindly that nothing has been done", async () => {
    await opened();
    expect(screen.getByText("まだ何も操作されていません")).toBeTruthy();
  });

  it("shows one host's deeds, or one kind", async () => {
    await opened(anEntry(1, { actorName: "太郎", action: "renewBoard" }), hid(2, ["1"]), anEntry(3));
    const choose = async (name: string, value: string) => {
      await act(async () => fireEvent.change(screen.getByLabelText(name), { target: { value } }));
      await pass(100);
    };
    await choose("主催者", "太郎");
    expect(deeds()).toEqual(["スクリーンのアドレスを新しくしました"]);
    await choose("主催者", "");
    await choose("種類", "photos");
    expect(deeds()).toEqual(["健さんの写真1枚を隠しました"]);
    await choose("種類", "screen");
    expect(screen.getByText("当てはまる記録はありません")).toBeTruthy();
  });
});

describe("the way back", () => {
  it("takes one entry back, marks it, and can take that back as well", async () => {
    const backend = await opened(anEntry(3));
    await press(undoOf("健さんをランキングから外しました"));
    expect(backend.undone).toEqual([anEntry(3).entryId]);
    expect(deeds()).toEqual([
      "元に戻す操作：健さんをランキングに戻しました",
      "健さんをランキングから外しました",
    ]);
    const taken = entry("健さんをランキングから外しました");
    expect(taken.getByText(/花子さんが元に戻しました/)).toBeTruthy();
    expect(taken.queryByRole("button")).toBeNull();
    const toast = within(screen.getByText("元に戻しました").parentElement ?? document.body);
    await press(toast.getByRole("button", { name: "元に戻す" }));
    expect(backend.undone).toHaveLength(2);
    expect(entry("健さんをランキングから外しました").queryByText(/花子さんが元に戻しました/)).toBeNull();
  });

  it("asks first where many photos change, and does nothing when the host thinks better of it", async () => {
    const backend = await opened(hid(3, many));
    await press(undoOf("健さんの写真6枚を隠しました"));
    const dialog = () => within(screen.getByRole("dialog", { name: "元に戻しますか？" }));
    expect(dialog().getByText(/写真6枚の判断が、この操作の前に戻ります/)).toBeTruthy();
    await press(dialog().getByRole("button", { name: "やめる" }));
    expect(backend.undone).toEqual([]);
    expect(screen.queryByRole("dialog")).toBeNull();
    await press(undoOf("健さんの写真6枚を隠しました"));
    await press(dialog().getByRole("button", { name: "元に戻す" }));
    expect(backend.undone).toEqual([hid(3, many).entryId]);
  });

  it("says how much was taken back, and when nothing could be", async () => {
    const backend = await opened(hid(3, ["1", "2", "3"]));
    backend.answer = {
      entryId: "u",
      done: ["1", "2"],
      refused: [{ id: "3", why: "changed" }],
    };
    await press(undoOf("健さんの写真3枚を隠しました"));
    expect(screen.getByText(/2件を元に戻しました。1件は、その後に変更があったため/)).toBeTruthy();
    backend.answer = { entryId: null, done: [], refused: [{ id: "1", why: "changed" }] };
    await press(undoOf("健さんの写真3枚を隠しました"));
    expect(screen.getByText("その後に変更があったため、元に戻せませんでした")).toBeTruthy();
  });

  it("says what to do when the network is gone", async () => {
    const backend = await opened(anEntry(3));
    backend.isCutOff = true;
    await press(undoOf("健さんをランキングから外しました"));
    expect(screen.getByText(/元に戻せませんでした。電波の状況/)).toBeTruthy();
  });

  it("brings the former rules back after asking, from the newest change only", async () => {
    const backend = await opened(
      anEntry(3, { action: "changeRules", before: null, after: null }),
      anEntry(5, { action: "undoRules", before: null, after: null }),
    );
    expect(screen.getAllByRole("button", { name: /^元に戻す/ })).toHaveLength(1);
    await press(undoOf("ルールを変えました"));
    await press(within(screen.getByRole("dialog")).getByRole("button", { name: "元に戻す" }));
    expect(backend.rulesUndone).toBe(1);
    expect(backend.undone).toEqual([]);
    expect(screen.getByText(/前のルールに戻しました/)).toBeTruthy();
  });

  it("says so when another host changed the event at that moment", async () => {
    const backend = await opened(anEntry(3, { action: "changeRules", before: null, after: null }));
    backend.rulesAnswer = { refused: "conflict", words: "…" };
    await press(undoOf("ルールを変えました"));
    await press(within(screen.getByRole("dialog")).getByRole("button", { name: "元に戻す" }));
    expect(screen.getByText("その後に変更があったため、元に戻せませんでした")).toBeTruthy();
  });
});

describe("the export", () => {
  it("hands the whole trail over as a file, and says how many entries it has", async () => {
    const files: Blob[] = [];
    vi.spyOn(URL, "createObjectURL").mockImplementation((file) => {
      if (file instanceof Blob) files.push(file);
      return "blob:x";
    });
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
    await show(new FakeTrail(Array.from({ length: 130 }, (_, i) => anEntry(i))));
    await press(screen.getByRole("button", { name: "CSVで書き出す" }));
    await pass(1_000);
    expect(clicked).toHaveBeenCalledTimes(1);
    expect((await files[0]?.text())?.trim().split("\r\n")).toHaveLength(131);
    expect(screen.getByText("130件を書き出しました")).toBeTruthy();
  });

  it("says when it did not work", async () => {
    const backend = await opened(anEntry(1));
    backend.isCutOff = true;
    await press(screen.getByRole("button", { name: "JSONで書き出す" }));
    expect(screen.getByText("書き出せませんでした。もう一度お試しください。")).toBeTruthy();
  });
});
