// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { MyHistory } from "../backend/my-history.ts";
import type { MyWish, WishChange, WishRefusal } from "../backend/update-me.ts";
import type { HistoryListener } from "../backend/watch-my-history.ts";
import { history, historyPhoto } from "./example-history.ts";
import type { MeBackend } from "./me-backend.ts";
import { MeView } from "./me-view.tsx";

let tell: HistoryListener;
let asked = 0;
let stopped = 0;
const restart = vi.fn();

const watch = (listener: HistoryListener) => {
  tell = listener;
  return { read: () => void (asked += 1), stop: () => void (stopped += 1) };
};
const wanted = { pictures: [] as (readonly string[])[] };
let changes: WishChange[];
/** What the API does next with a change, a deletion taken back, and a farewell. */
let answerChange: (change: WishChange) => Promise<MyWish | WishRefusal | "reopen">;
let answerUndo: MeBackend["undoDeletion"];
let answerPictures: MeBackend["readPictures"];
const backend: MeBackend = {
  watch,
  readPictures: (photoIds) => {
    wanted.pictures.push(photoIds);
    return answerPictures(photoIds);
  },
  update: (change) => {
    changes.push(change);
    return answerChange(change);
  },
  undoDeletion: (photoId) => answerUndo(photoId),
  download: {
    order: () => Promise.reject(new Error("nobody orders")),
    look: () => Promise.reject(new Error("nobody looks")),
    openOutside: () => false,
  },
  leave: () => Promise.reject(new Error("nobody leaves")),
};

beforeEach(() => {
  wanted.pictures.length = 0;
  changes = [];
  answerChange = (change) => Promise.resolve({ ...wish, ...change });
  answerUndo = () => Promise.resolve("kept");
  answerPictures = (photoIds) =>
    Promise.resolve(
      photoIds.map((photoId) => ({
        photoId,
        display: `/own/${photoId}.jpg`,
        thumbnail: `/own/${photoId}-s.jpg`,
      })),
    );
  asked = 0;
  stopped = 0;
  restart.mockClear();
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => {
    throw new Error(`unexpected console.error: ${words.join(" ")}`);
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function open(): void {
  render(
    <MemoryRouter>
      <MeView backend={backend} restart={restart} />
    </MemoryRouter>,
  );
}

function openWith(changes: Partial<MyHistory>): void {
  open();
  act(() => tell.onHistory({ ...history, ...changes }));
}

const wish: MyWish = {
  displayName: history.displayName,
  heldName: null,
  isOffScreen: false,
  language: "ja",
};

const section = (heading: string): HTMLElement => {
  const found = screen.getByRole("heading", { name: heading }).closest("section");
  if (found === null) throw new Error(`no section ${heading}`);
  return found;
};
const pictureOf = (heading: string): HTMLImageElement | null => section(heading).querySelector("img");
function breakPicture(): void {
  const picture = pictureOf("最新の一枚");
  if (picture === null) throw new Error("no picture");
  fireEvent.error(picture);
}
const words = (element: Element): string => element.textContent.replace(/\s+/g, " ");

describe("a guest's photos", () => {
  it("begin with the newest, its points and in a sentence what became of it", () => {
    openWith({});
    const newest = within(section("最新の一枚"));
    expect(newest.getByText(/主催者が確認しています/)).toBeTruthy();
    expect(words(newest.getByRole("link"))).toContain("幸福度 180.4pt");
    expect(newest.getByRole("link").getAttribute("href")).toBe("/me/photos/3");
    expect(section("最新の一枚").querySelector("img")).toBeNull();
    expect(document.title).toBe(history.eventTitle);
    expect(document.documentElement.lang).toBe("ja");
  });

  it("go on with the earlier ones: a crown for the best, a word for each, points only where faces were read", () => {
    openWith({});
    const [second, first, ...others] = within(section("これまでの写真")).getAllByRole("listitem");
    if (second === undefined || first === undefined) throw new Error("photos are missing");
    expect(words(second)).toMatch(/いちばんの一枚幸福度 142\.6ptスクリーンに登場/);
    expect(second.querySelector("img")?.getAttribute("src")).toBe("http://127.0.0.1:9/p/2-s.jpg");
    expect(words(first)).toMatch(/^お顔が見つかりませんでした/);
    expect(words(first)).not.toContain("幸福度");
    expect(others).toEqual([]);
    expect(screen.getAllByText("いちばんの一枚")).toHaveLength(1);
  });

  it("come to a place and totals", () => {
    openWith({});
    const standing = words(section("あなたの記録"));
    expect(standing).toContain("あなたの順位 3位幸福度 142.6pt");
    expect(standing).toContain("送った写真3枚");
    expect(standing).toContain("スクリーンに登場1枚");
    expect(standing).toContain("写っている人5人");
  });

  it("crown nothing that is not shown, and tell how a place is won", () => {
    openWith({ place: null, score: null, photos: [historyPhoto("2", { state: "hidden", picture: null })] });
    expect(screen.queryByText("いちばんの一枚")).toBeNull();
    expect(screen.getByText(/順位がつきます/)).toBeTruthy();
    expect(screen.queryByRole("heading", { name: "これまでの写真" })).toBeNull();
  });

  it("show a print without a picture where it cannot be fetched", () => {
    openWith({ photos: [historyPhoto("2")] });
    breakPicture();
    expect(section("最新の一枚").querySelector("img")).toBeNull();
    expect(within(section("最新の一枚")).getByRole("link")).toBeTruthy();
  });

  it("follow what is told", () => {
    openWith({ photos: [historyPhoto("2")] });
    act(() =>
      tell.onHistory({ ...history, photos: [historyPhoto("4", { score: 11.1 }), historyPhoto("2")] }),
    );
    expect(words(section("最新の一枚"))).toContain("11.1");
    act(() => tell.onHistory({ ...history, photos: [] }));
    expect(screen.getByRole("heading", { name: "最初の一枚をお待ちしています" })).toBeTruthy();
  });

  it.each([
    ["en", "Your newest photo", "Photos sent", "3rd"],
    ["zh-Hant", "最新的照片", "傳送的照片", "第3名"],
  ] as const)("speak %s", (language, newest, sent, place) => {
    openWith({ language });
    expect(screen.getByRole("heading", { name: newest })).toBeTruthy();
    expect(screen.getByText(sent)).toBeTruthy();
    expect(screen.getByText(place)).toBeTruthy();
    expect(document.documentElement.lang).toBe(language);
  });
});

describe("P9: pictures that only their guest may see", () => {
  const hidden = (photoId: string) => historyPhoto(photoId, { state: "hidden", picture: null });
  const source = () => pictureOf("最新の一枚")?.getAttribute("src");

  it("are asked for together, and only where there is no public one", async () => {
    openWith({ photos: [hidden("3"), historyPhoto("2"), hidden("1")] });
    await waitFor(() => expect(source()).toBe("/own/3.jpg"));
    expect(wanted.pictures).toEqual([["3", "1"]]);
    expect(section("これまでの写真").querySelectorAll("img")).toHaveLength(2);
  });

  it("are none where nothing could be read", () => {
    openWith({ photos: [historyPhoto("1", { state: "hidden", picture: null, size: null })] });
    expect(wanted.pictures).toEqual([]);
    expect(pictureOf("最新の一枚")).toBeNull();
  });

  it("take the place of a public one that is gone, and are asked for once more when they do not load", async () => {
    openWith({ photos: [historyPhoto("2")] });
    breakPicture();
    await waitFor(() => expect(source()).toBe("/own/2.jpg"));
    answerPictures = () => Promise.resolve([{ photoId: "2", display: "/own/new.jpg", thumbnail: "" }]);
    breakPicture();
    await waitFor(() => expect(source()).toBe("/own/new.jpg"));
    breakPicture();
    await waitFor(() =>
      expect(section("最新の一枚").querySelector(".me__no-picture[data-asked=false]")).not.toBeNull(),
    );
    expect(wanted.pictures).toEqual([["2"], ["2"]]);
  });

  it("are given up after the second failure, and asked for again when the connection is back", async () => {
    answerPictures = () => Promise.reject(new TypeError("Failed to fetch"));
    openWith({ photos: [hidden("3")] });
    await waitFor(() =>
      expect(section("最新の一枚").querySelector(".me__no-picture[data-asked=false]")).not.toBeNull(),
    );
    expect(wanted.pictures).toEqual([["3"], ["3"]]);
    answerPictures = () => Promise.resolve([{ photoId: "3", display: "/own/3.jpg", thumbnail: "" }]);
    act(() => tell.onTrouble(true));
    act(() => tell.onTrouble(false));
    await waitFor(() => expect(source()).toBe("/own/3.jpg"));
  });
});

describe("P8: a photo that is leaving", () => {
  const leaving = historyPhoto("3", { state: "hidden", picture: null, leavesAt: Date.now() + 9_000 });

  it("stays, grey, with a way back, and does not count any more", async () => {
    openWith({ photos: [historyPhoto("4"), leaving] });
    const entry = within(section("これまでの写真"));
    expect(entry.getByRole("listitem").dataset["leaving"]).toBe("true");
    expect(words(section("あなたの記録"))).toContain("送った写真1枚");
    answerUndo = vi.fn<MeBackend["undoDeletion"]>(() => Promise.resolve("kept"));
    fireEvent.click(entry.getByRole("button", { name: "元に戻す" }));
    await waitFor(() => expect(asked).toBe(1));
    expect(answerUndo).toHaveBeenCalledWith("3");
  });

  it("may be the newest, and the way back may be over", async () => {
    answerUndo = () => Promise.resolve("too-late");
    openWith({ photos: [leaving] });
    fireEvent.click(within(section("最新の一枚")).getByRole("button", { name: "元に戻す" }));
    expect(await screen.findByText(/もう元に戻せませんでした/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "元に戻す" })).toBeNull();
  });
});

describe("without news", () => {
  it("says that the photos are on their way", () => {
    open();
    expect(document.querySelector("[aria-busy=true]")).toBeTruthy();
  });

  it("keeps the last state under a quiet note, and asks at once when told to", () => {
    openWith({});
    act(() => tell.onTrouble(true));
    expect(screen.getByText(/つながりにくくなっています/)).toBeTruthy();
    expect(section("最新の一枚")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "もう一度読み込む" }));
    expect(asked).toBe(1);
    act(() => tell.onTrouble(false));
    expect(screen.queryByRole("button", { name: "もう一度読み込む" })).toBeNull();
  });

  it("offers to ask again where not even the first answer came", () => {
    open();
    act(() => tell.onTrouble(true));
    fireEvent.click(screen.getByRole("button"));
    expect(asked).toBe(1);
  });

  it.each([
    ["reopen", /もう一度マイページを|open your page again/],
    ["event-gone", /すべて削除されました|have been deleted/],
  ] as const)("says one sentence at the end: %s", (end, sentence) => {
    openWith({});
    act(() => tell.onEnd(end));
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("lets a guest who plays nowhere begin again", () => {
    open();
    act(() => tell.onEnd("nowhere"));
    fireEvent.click(screen.getByRole("button"));
    expect(restart).toHaveBeenCalledTimes(1);
  });

  it("stops watching when the guest leaves", () => {
    open();
    cleanup();
    expect(stopped).toBe(1);
  });
});
