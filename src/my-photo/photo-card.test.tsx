// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Label } from "#domain/label";
import { languages } from "#domain/language";
import { standingRules } from "#domain/standing-rule";
import { explainStanding } from "#domain/words/explanation";
import { myPhotoWords } from "#domain/words/my-photo";
import type { MyPhoto } from "../backend/my-photo.ts";
import { face, shown } from "./example-photo.ts";
import { PhotoCard } from "./photo-card.tsx";

const cake: Label = {
  name: "Wedding Cake",
  confidence: 98.2,
  parents: ["Cake", "Food"],
  instances: [
    { confidence: 97, box: { left: 0.4, top: 0.5, width: 0.2, height: 0.25 } },
    { confidence: 91, box: { left: 0.7, top: 0.5, width: 0.1, height: 0.1 } },
  ],
};
const party: Label = { name: "Party", confidence: 91, parents: [], instances: [] };
const missions = [
  { missionId: "1", title: "ケーキを撮る", isMet: true },
  { missionId: "2", title: "五人以上で", isMet: false },
];

let errors: unknown[][];
beforeEach(() => {
  errors = [];
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => {
    errors.push(words);
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  if (errors.length > 0) throw new Error(`unexpected console.error: ${errors.join(" | ")}`);
});

function show(changes: Partial<MyPhoto>): HTMLElement {
  const photo = { ...shown, ...changes };
  const words = myPhotoWords[photo.language];
  return render(<PhotoCard photo={photo} words={words} language={photo.language} />).container;
}

const frames = () => [...document.querySelectorAll<HTMLElement>(".face-frame")];
const litFrames = () => frames().map((frame) => frame.dataset["lit"] === "true");
const faceButton = (number: number) => screen.getByRole("button", { name: new RegExp(`^${number}人目`) });
const widthsOfLabelFrames = () =>
  [...document.querySelectorAll<HTMLElement>(".label-frame")].map(({ style }) => style.width);

describe("a face of the list", () => {
  it("has the number of its frame on the picture", () => {
    show({});
    const numbers = frames().map((frame) => [frame.style.left, frame.querySelector("b")?.textContent]);
    expect(numbers).toEqual([
      ["10.00%", "1"],
      ["60.00%", "2"],
    ]);
  });

  it("lights its frame when it is picked, and lets go when it is picked again", () => {
    show({});
    expect(litFrames()).toEqual([false, false]);
    fireEvent.click(faceButton(2));
    expect(litFrames()).toEqual([false, true]);
    expect(faceButton(2).getAttribute("aria-expanded")).toBe("true");
    fireEvent.click(faceButton(1));
    expect(litFrames()).toEqual([true, false]);
    fireEvent.click(faceButton(1));
    expect(litFrames()).toEqual([false, false]);
    expect(faceButton(1).getAttribute("aria-expanded")).toBe("false");
  });

  it("lights its frame while a mouse rests on it; a finger only picks", () => {
    show({});
    fireEvent.pointerEnter(faceButton(1), { pointerType: "touch" });
    expect(litFrames()).toEqual([false, false]);
    fireEvent.pointerEnter(faceButton(1), { pointerType: "mouse" });
    expect(litFrames()).toEqual([true, false]);
    expect(faceButton(1).getAttribute("aria-expanded")).toBe("false");
    fireEvent.pointerLeave(faceButton(1), { pointerType: "mouse" });
    expect(litFrames()).toEqual([false, false]);
  });

  it("unfolds what was read on it: emotions in order, and nothing that was not read", () => {
    show({});
    fireEvent.click(faceButton(1));
    const detail = document.querySelector<HTMLElement>(
      `#${CSS.escape(faceButton(1).getAttribute("aria-controls") ?? "")}`,
    );
    const rows = within(detail ?? document.body).getAllByRole("listitem");
    expect(rows.map((row) => row.textContent)).toEqual(["喜び 95.2%", "穏やか 1.0%"]);
    expect(detail?.textContent).not.toMatch(/歳|性/);
  });

  it("P4 tells age range and gender where they were kept, as a guess", () => {
    const guessed = { ...face(0.1, 90), ageRange: { low: 25, high: 35 }, gender: "Female" };
    show({ faces: [guessed, face(0.6, 10)] });
    fireEvent.click(faceButton(1));
    expect(screen.getByText(/25〜35歳・女性/).textContent).toContain("見た目の推定");
  });

  it("needs no picking when it is the only one", () => {
    show({ faces: [face(0.4, 80)], score: 80 });
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.getByText("80.0%")).toBeTruthy();
  });

  it("S7 says why it gave no points instead of showing any", () => {
    show({
      faces: [{ ...face(0.1, 90), confidence: 50 }, face(0.6, 47.4)],
      scoring: { minFaceConfidence: 80 },
    });
    expect(faceButton(1).textContent).toContain("はっきり写っていないため、得点に入りません");
    expect(faceButton(1).textContent).not.toContain("pt");
    expect(frames().map((frame) => frame.dataset["dropped"])).toEqual(["true", "false"]);
  });
});

describe("a face of the picture", () => {
  function tapAt(x: number, y: number): void {
    const picture = document.querySelector<HTMLElement>(".print__picture");
    if (picture === null) throw new Error("no picture");
    picture.getBoundingClientRect = () => new DOMRect(10, 20, 400, 300);
    fireEvent.click(picture, { clientX: 10 + x, clientY: 20 + y });
  }

  it("picks its row of the list", () => {
    show({});
    tapAt(280, 100);
    expect(faceButton(2).getAttribute("aria-expanded")).toBe("true");
    expect(litFrames()).toEqual([false, true]);
    tapAt(200, 290);
    expect(faceButton(2).getAttribute("aria-expanded")).toBe("true");
  });

  it("is decoration for those who cannot see it: the list says the same", () => {
    const container = show({ labels: [cake] });
    fireEvent.click(screen.getByRole("button", { name: /ウェディングケーキ/ }));
    const overlays = container.querySelectorAll(".face-frame, .label-frame, .print__shade");
    expect(overlays).toHaveLength(5);
    for (const overlay of overlays) expect(overlay.getAttribute("aria-hidden")).toBe("true");
  });
});

describe("labels", () => {
  it("show where they are seen, once they are pressed, and are told in words", () => {
    show({ labels: [cake, party] });
    const chip = screen.getByRole("button", { name: "ウェディングケーキ ×2" });
    expect(chip.getAttribute("aria-pressed")).toBe("false");
    expect(widthsOfLabelFrames()).toEqual([]);
    fireEvent.click(chip);
    expect(chip.getAttribute("aria-pressed")).toBe("true");
    expect(widthsOfLabelFrames()).toEqual(["20.00%", "10.00%"]);
    expect(screen.getByRole("status").textContent).toMatch(/98\.2%.*ケーキ、食べ物/);
    fireEvent.click(chip);
    expect(widthsOfLabelFrames()).toEqual([]);
    expect(screen.getByRole("status").textContent).toBe("");
  });

  it("of a scene have no place", () => {
    show({ labels: [cake, party] });
    fireEvent.click(screen.getByRole("button", { name: "パーティー" }));
    expect(widthsOfLabelFrames()).toEqual([]);
    expect(document.querySelector(".print__shade")).toBeNull();
    expect(screen.getByRole("status").textContent).toContain("写真全体から");
  });

  it("take the light from a face: one thing at a time", () => {
    show({ labels: [cake] });
    fireEvent.click(faceButton(1));
    fireEvent.click(screen.getByRole("button", { name: /ウェディングケーキ/ }));
    expect(litFrames()).toEqual([false, false]);
    expect(faceButton(1).getAttribute("aria-expanded")).toBe("false");
  });

  it("are few at first, and all when asked for", () => {
    const labels = Array.from({ length: 50 }, (_, index) => ({ ...party, name: `Thing ${index}` }));
    show({ labels });
    expect(screen.getAllByRole("button", { name: /^Thing/ })).toHaveLength(12);
    fireEvent.click(screen.getByRole("button", { name: "すべて見る（50）" }));
    expect(screen.getAllByRole("button", { name: /^Thing/ })).toHaveLength(50);
  });

  it("are listed also where there is no picture to show them on", () => {
    show({ state: "pending", reason: "review-first", picture: null, labels: [cake] });
    fireEvent.click(screen.getByRole("button", { name: /ウェディングケーキ/ }));
    expect(screen.getByRole("status").textContent).toContain("98.2%");
    expect(widthsOfLabelFrames()).toEqual([]);
  });
});

describe("missions", () => {
  it("C1 are told with whether this photo meets them, in the host's order", () => {
    show({ missions });
    const section = screen.getByText("ミッション").closest("section") ?? document.body;
    expect(section.textContent).toContain("この写真で1つ達成しました。");
    expect(
      within(section)
        .getAllByRole("listitem")
        .map((item) => item.textContent),
    ).toEqual(["ケーキを撮る 達成", "五人以上で まだ"]);
  });

  it("C5 are the headline of a photo without faces", () => {
    show({ faces: [], score: 0, missions });
    expect(screen.getByText("ミッション達成！")).toBeTruthy();
    expect(screen.getByText("3位")).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/0\.0|0人/);
  });

  it.each([
    ["hidden", "duplicate", /同じ写真がすでに届いています/],
    ["removed", "withdrawn", /取り消され/],
  ] as const)("are not spoken of when the photo does not play: %s", (state, reason, sentence) => {
    show({ state, reason, picture: null, place: null, missions, labels: state === "removed" ? [cake] : [] });
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(screen.queryByText("ミッション")).toBeNull();
    expect(screen.queryByText(/ランキングには/)).toBeNull();
    if (state === "removed") expect(screen.queryByRole("button")).toBeNull();
  });
});

describe.each(languages)("%s: the sum", (language) => {
  it.each(standingRules)("S7, R2 is explained, and so is what counts in the ranking: %s", (standing) => {
    show({ language, standing });
    expect(screen.getAllByText(/142\.6pt/).length).toBeGreaterThan(0);
    expect(screen.getByText(explainStanding(standing, language))).toBeTruthy();
  });
});

it("says nothing of a rule that the page does not know, and shows no empty section", () => {
  show({ standing: null, faces: [], score: 0, place: null });
  expect(document.querySelector(".standing, .result, .missions, .faces, .labels")).toBeNull();
});
