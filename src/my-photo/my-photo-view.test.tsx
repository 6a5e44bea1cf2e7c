// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { MyPhoto } from "../backend/my-photo.ts";
import { face, shown } from "./example-photo.ts";
import type { MyPhotoAnswer, MyPhotoBackend, Removal } from "./my-photo-answer.ts";
import { MyPhotoView } from "./my-photo-view.tsx";

let errors: unknown[][];
beforeEach(() => {
  errors = [];
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => {
    errors.push(words);
  });
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  if (errors.length > 0) throw new Error(`unexpected console.error: ${errors.join(" | ")}`);
});

function open(
  answer: Promise<MyPhotoAnswer>,
  more: Partial<MyPhotoBackend> = {},
): { asked: string[]; restarts: () => number } {
  const asked: string[] = [];
  const restart = vi.fn();
  const load = (photoId: string): Promise<MyPhotoAnswer> => {
    asked.push(photoId);
    return answer;
  };
  const unexpected = (): Promise<never> => Promise.reject(new Error("nobody asked for this"));
  const backend: MyPhotoBackend = {
    load,
    readPicture: unexpected,
    remove: unexpected,
    undo: unexpected,
    share: null,
    ...more,
  };
  render(
    <MemoryRouter>
      <MyPhotoView photoId="42" backend={backend} restart={restart} />
    </MemoryRouter>,
  );
  return { asked, restarts: () => restart.mock.calls.length };
}

function openPhoto(changes: Partial<MyPhoto>): void {
  open(Promise.resolve({ kind: "photo", photo: { ...shown, ...changes } }));
}

describe("a shown photo", () => {
  it("tells picture, score, number of faces and place", async () => {
    openPhoto({});
    expect((await screen.findByText(shown.eventTitle)).tagName).toBe("H1");
    expect(screen.getByAltText("花子さんが送った写真").getAttribute("src")).toBe(shown.picture?.url);
    expect(document.querySelector(".score")?.textContent).toBe("幸福度 142.6pt");
    expect(screen.getByText("写っている人 2人")).toBeTruthy();
    expect(screen.getByText("3位")).toBeTruthy();
    await waitFor(() => expect(document.title).toBe(shown.eventTitle));
    expect(document.documentElement.lang).toBe("ja");
  });

  it("lists the faces from the left with what each gave", async () => {
    openPhoto({});
    await screen.findByText("ひとりひとりの幸福度");
    const [first, second] = screen.getAllByRole("button", { name: /人目/ });
    expect([first, second]).toEqual([
      screen.getByRole("button", { name: /^1人目 95\.2 ?pt$/ }),
      screen.getByRole("button", { name: /^2人目 47\.4 ?pt$/ }),
    ]);
  });

  it("draws a frame where each face is", async () => {
    openPhoto({ faces: [face(0.25, 80)] });
    await screen.findByAltText(/写真/);
    const frame = document.querySelector<HTMLElement>(".face-frame");
    expect(frame?.style.left).toBe("25.00%");
    expect(frame?.style.height).toBe("30.00%");
    expect(frame?.textContent).toBe("180.0");
  });

  it("says so where the picture cannot be fetched, and keeps the rest", async () => {
    openPhoto({});
    fireEvent.error(await screen.findByAltText(/写真/));
    expect(screen.getByText("画像を表示できません")).toBeTruthy();
    expect(document.querySelector(".face-frame, svg image")).toBeNull();
    expect(screen.getByText("3位")).toBeTruthy();
  });

  it.each([
    ["en", "Happiness 142.6pt", "2 faces", "3rd"],
    ["zh-Hant", "幸福度 142.6pt", "2張臉", "第3名"],
  ] as const)("speaks %s", async (language, score, faces, place) => {
    openPhoto({ language });
    expect(await screen.findByText(place)).toBeTruthy();
    expect(screen.getByText(faces)).toBeTruthy();
    expect(document.querySelector(".score")?.textContent).toBe(score);
    await waitFor(() => expect(document.documentElement.lang).toBe(language));
  });
});

describe("a photo that is not shown", () => {
  it("waits for the host: no picture, no place, but the points", async () => {
    openPhoto({ state: "pending", reason: "review-first", picture: null, place: null });
    expect(await screen.findByText(/主催者が確認しています/)).toBeTruthy();
    expect(document.querySelector("img, svg image")).toBeNull();
    expect(screen.queryByText("あなたの順位", { exact: false })).toBeNull();
    expect(document.querySelector(".score")?.textContent).toBe("幸福度 142.6pt");
  });

  it.each([
    ["no-face", /お顔が見つかりませんでした/],
    ["unreadable", /画像がうまく読み込めませんでした。/],
    [null, /スクリーンには表示されていません/],
  ] as const)("says kindly why: %s", async (reason, sentence) => {
    openPhoto({ state: "hidden", reason, picture: null, faces: [], score: 0, place: null });
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.queryByText("幸福度")).toBeNull();
  });

  it("tells of a photo that was taken back nothing but that", async () => {
    openPhoto({ state: "removed", reason: "withdrawn", picture: null });
    expect(await screen.findByText(/取り消され/)).toBeTruthy();
    expect(screen.queryByText("幸福度")).toBeNull();
  });
});

describe("deleting", () => {
  const openOwn = (remove: () => Promise<Removal>, changes: Partial<MyPhoto> = {}) =>
    open(Promise.resolve({ kind: "photo", photo: { ...shown, ...changes } }), { remove });
  const press = async (name: string) => fireEvent.click(await screen.findByRole("button", { name }));

  it("asks first; who keeps the photo is where they were", async () => {
    const remove = vi.fn<() => Promise<Removal>>();
    openOwn(remove);
    await press("この写真を削除する");
    const question = screen.getByRole("heading", { name: "この写真を削除しますか？" });
    expect(document.activeElement).toBe(question);
    await press("残しておく");
    expect(screen.queryByRole("heading", { name: "この写真を削除しますか？" })).toBeNull();
    expect(document.activeElement?.textContent).toBe("この写真を削除する");
    expect(screen.getByAltText(/写真/)).toBeTruthy();
    expect(remove).not.toHaveBeenCalled();
  });

  it("takes picture and points away, and says so where the focus is", async () => {
    openOwn(() => Promise.resolve("deleted"));
    await press("この写真を削除する");
    await press("削除する");
    const said = await screen.findByText(/^削除しました/);
    expect(document.activeElement).toBe(said);
    expect(document.querySelector("img, .score")).toBeNull();
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("is ordered once, however often it is pressed", async () => {
    const remove = vi.fn<() => Promise<Removal>>(() => new Promise(() => {}));
    openOwn(remove);
    await press("この写真を削除する");
    await press("削除する");
    await press("削除しています");
    expect(remove).toHaveBeenCalledTimes(1);
  });

  it("tells a failure and goes well the second time", async () => {
    const answers: (() => Promise<Removal>)[] = [
      () => Promise.reject(new TypeError("Failed to fetch")),
      () => Promise.resolve("deleted"),
    ];
    openOwn(() => answers.shift()?.() ?? Promise.reject(new Error("a third time")));
    await press("この写真を削除する");
    await press("削除する");
    expect(await screen.findByText(/いま削除できませんでした/)).toBeTruthy();
    expect(screen.getByAltText(/写真/)).toBeTruthy();
    expect(console.warn).toHaveBeenCalledWith("the photo could not be deleted:", "TypeError");
    await press("削除する");
    expect(await screen.findByText(/^削除しました/)).toBeTruthy();
  });

  it("says it when the guest has to come from the chat again", async () => {
    openOwn(() => Promise.resolve("reopen"));
    await press("この写真を削除する");
    await press("削除する");
    expect(await screen.findByText(/もう一度開いてください/)).toBeTruthy();
    expect(screen.getByAltText(/写真/)).toBeTruthy();
  });

  it("is for hidden photos too, and for none that is gone", async () => {
    openOwn(() => Promise.resolve("deleted"), { state: "hidden", reason: "off-screen", picture: null });
    expect(await screen.findByRole("button", { name: "この写真を削除する" })).toBeTruthy();
    cleanup();
    openOwn(() => Promise.resolve("deleted"), { state: "removed", reason: "withdrawn", picture: null });
    await screen.findByText(/取り消され/);
    expect(screen.queryByRole("button")).toBeNull();
  });
});

describe("P8: taking a deletion back", () => {
  const leaving: Removal = { goneAt: Date.now() + 15_000 };
  const openOwn = (more: Partial<MyPhotoBackend>, changes: Partial<MyPhoto> = {}) =>
    open(Promise.resolve({ kind: "photo", photo: { ...shown, ...changes } }), {
      remove: () => Promise.resolve(leaving),
      ...more,
    });
  const press = async (name: string) => fireEvent.click(await screen.findByRole("button", { name }));
  const remove = async () => {
    await press("この写真を削除する");
    await press("削除する");
    await screen.findByText(/いまなら元に戻せます/);
  };
  afterEach(() => vi.useRealTimers());

  it("is offered where the focus is, beside the grey photo", async () => {
    openOwn({});
    await remove();
    expect(document.activeElement?.contains(screen.getByRole("button", { name: "元に戻す" }))).toBe(true);
    expect(document.querySelector("[data-leaving=true] img")).not.toBeNull();
    expect(screen.getByText("この写真はスクリーンには表示されていません。")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "この写真を削除する" })).toBeNull();
  });

  it("brings everything back", async () => {
    const undo = vi.fn<MyPhotoBackend["undo"]>(() => Promise.resolve("kept"));
    openOwn({ undo });
    await remove();
    await press("元に戻す");
    const said = await screen.findByText("元に戻しました。");
    expect(document.activeElement).toBe(said);
    expect(undo.mock.calls).toEqual([["42"]]);
    expect(document.querySelector("[data-leaving=true]")).toBeNull();
    expect(screen.getByText(/スクリーンに登場しています/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "この写真を削除する" })).toBeTruthy();
  });

  it("may fail and be tried again, or come too late", async () => {
    const answers = [() => Promise.reject(new TypeError("x")), () => Promise.resolve("too-late" as const)];
    openOwn({ undo: () => answers.shift()?.() ?? Promise.reject(new Error("a third time")) });
    await remove();
    await press("元に戻す");
    await screen.findByText(/いま元に戻せませんでした/);
    await press("元に戻す");
    await screen.findByText("削除しました。");
    expect(document.querySelector("img, .score")).toBeNull();
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("ends by itself, and not later than it can where the phone's clock is wrong", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    for (const [goneAt, laterMs] of [
      [Date.now() + 15_000, 15_000],
      [Date.now() - 600_000, 4_000],
      [Date.now() + 600_000, 20_000],
    ] as const) {
      openOwn({}, { leavesAt: goneAt, state: "hidden" });
      await screen.findByRole("button", { name: "元に戻す" });
      await act(() => vi.advanceTimersByTimeAsync(laterMs - 2_000));
      expect(screen.getByRole("button", { name: "元に戻す" }), String(laterMs)).toBeTruthy();
      await act(() => vi.advanceTimersByTimeAsync(2_500));
      expect(screen.queryByRole("button"), String(laterMs)).toBeNull();
      cleanup();
    }
  });

  it("is offered on a photo that was deleted elsewhere, which is read again then", async () => {
    const page = openOwn({ undo: () => Promise.resolve("kept") }, { leavesAt: Date.now() + 9_000 });
    await press("元に戻す");
    await waitFor(() => expect(page.asked).toEqual(["42", "42"]));
  });
});

describe("sharing", () => {
  const openShown = (share: MyPhotoBackend["share"], changes: Partial<MyPhoto> = {}) =>
    open(Promise.resolve({ kind: "photo", photo: { ...shown, ...changes } }), { share });
  const button = () => screen.findByRole("button", { name: "友だちにシェアする" });
  const none = () => screen.queryByRole("button", { name: "友だちにシェアする" });

  it("sends the public copy, title and points, and says so", async () => {
    const share = vi.fn<NonNullable<MyPhotoBackend["share"]>>(() => Promise.resolve("shared"));
    openShown(share);
    fireEvent.click(await button());
    expect(await screen.findByText("シェアしました。")).toBeTruthy();
    expect(share.mock.calls).toEqual([
      [
        {
          eventTitle: shown.eventTitle,
          words: "いい笑顔が撮れました",
          points: "幸福度 142.6pt",
          picture: shown.picture,
        },
      ],
    ]);
  });

  it("says nothing when the guest thinks better of it", async () => {
    openShown(() => Promise.resolve("cancelled"));
    fireEvent.click(await button());
    expect(await button()).toBeTruthy();
    expect(screen.queryByText(/シェアしました|できませんでした/)).toBeNull();
  });

  it("tells when it fails, and may be tried again", async () => {
    openShown(() => Promise.reject(new Error("x")));
    fireEvent.click(await button());
    expect(await screen.findByText(/いまシェアできませんでした/)).toBeTruthy();
    expect(await button()).toBeTruthy();
  });

  it.each([
    ["waits", { state: "pending" }],
    ["is hidden", { state: "hidden", reason: "off-screen" }],
    ["is leaving", { leavesAt: 1 }],
    [
      "has a picture that only its guest may see",
      { picture: { url: "/own", isPublic: false, width: 4, height: 3 } },
    ],
    ["has none", { picture: null }],
  ] as const)("is not offered where the photo %s", async (_, changes) => {
    openShown(() => Promise.reject(new Error("x")), changes);
    await screen.findByRole("heading", { level: 1, name: shown.eventTitle });
    expect(none()).toBeNull();
  });

  it("is not offered where LINE cannot do it", async () => {
    openShown(null);
    await screen.findByText(shown.eventTitle);
    expect(none()).toBeNull();
  });
});

describe("P9: a picture that only its guest may see", () => {
  const own = { url: "/own/1.jpg", isPublic: false, width: 1024, height: 768 };

  it("is on the page of a hidden photo, with the sentence that nobody else sees it", async () => {
    openPhoto({ state: "hidden", reason: "off-screen", picture: own });
    expect((await screen.findByAltText(/写真/)).getAttribute("src")).toBe("/own/1.jpg");
    expect(screen.getByText(/スクリーンには映りません/)).toBeTruthy();
  });

  it("is asked for once more when it does not load, then there is none", async () => {
    const readPicture = vi.fn<MyPhotoBackend["readPicture"]>(() => Promise.resolve("/own/fresh.jpg"));
    open(Promise.resolve({ kind: "photo", photo: { ...shown, picture: own } }), { readPicture });
    fireEvent.error(await screen.findByAltText(/写真/));
    await waitFor(() => expect(screen.getByAltText(/写真/).getAttribute("src")).toBe("/own/fresh.jpg"));
    fireEvent.error(screen.getByAltText(/写真/));
    expect(await screen.findByText("画像を表示できません")).toBeTruthy();
    expect(readPicture.mock.calls).toEqual([["42"]]);
  });
});

describe("without a photo", () => {
  it("says that it is on its way", () => {
    const page = open(new Promise(() => {}));
    expect(screen.getByText(/写真を用意|photo ready/).closest("[aria-busy=true]")).toBeTruthy();
    expect(page.asked).toEqual(["42"]);
  });

  it.each([
    ["not-found", /ご自分が送った写真だけ|photos that you sent yourself/],
    ["reopen", /もう一度開いてください|open this page again/],
    ["event-gone", /写真はすべて削除されました|all its photos have been deleted/],
  ] as const)("says one sentence: %s", async (kind, sentence) => {
    open(Promise.resolve({ kind }));
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("offers to load again after a failure, and asks only then", async () => {
    const page = open(Promise.reject(new TypeError("Failed to fetch")));
    fireEvent.click(await screen.findByRole("button"));
    expect(page.restarts()).toBe(1);
    expect(page.asked).toEqual(["42"]);
    expect(console.warn).toHaveBeenCalledWith("my photo could not be read:", "TypeError");
  });
});
