// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { MyPhoto } from "../backend/my-photo.ts";
import { face, shown } from "./example-photo.ts";
import type { MyPhotoAnswer, Removal } from "./my-photo-answer.ts";
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
  remove: () => Promise<Removal> = () => Promise.reject(new Error("nobody deletes")),
): { asked: string[]; restarts: () => number } {
  const asked: string[] = [];
  const restart = vi.fn();
  const load = (photoId: string): Promise<MyPhotoAnswer> => {
    asked.push(photoId);
    return answer;
  };
  render(<MyPhotoView photoId="42" load={load} remove={remove} restart={restart} />);
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
    open(Promise.resolve({ kind: "photo", photo: { ...shown, ...changes } }), remove);
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
