// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { MyPhoto } from "../backend/my-photo.ts";
import { face, shown } from "./example-photo.ts";
import type { MyPhotoAnswer } from "./my-photo-answer.ts";
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

function open(answer: Promise<MyPhotoAnswer>): { asked: string[]; restarts: () => number } {
  const asked: string[] = [];
  const restart = vi.fn();
  const load = (photoId: string): Promise<MyPhotoAnswer> => {
    asked.push(photoId);
    return answer;
  };
  render(<MyPhotoView photoId="42" load={load} restart={restart} />);
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
