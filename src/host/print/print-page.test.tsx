// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openHostPage } from "../events/open-host-page.tsx";
import { exampleRanking, FakeResult } from "../result/fake-result.ts";
import { PrintPage } from "./print-page.tsx";

let errors: unknown[][];
beforeEach(() => {
  errors = [];
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => errors.push(words));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  if (errors.length > 0) throw new Error(`console.error: ${JSON.stringify(errors)}`);
});

const PATIENCE = { timeout: 10_000 };
async function open(paper: string, fake = new FakeResult()): Promise<FakeResult> {
  openHostPage(<PrintPage backend={fake} />, "/print/:eventId", `/print/event-1${paper}`);
  await screen.findByRole("button", { name: "印刷する" }, PATIENCE);
  return fake;
}
const cards = () => [...document.querySelectorAll<HTMLElement>(".table-card")];

describe("table cards and posters", () => {
  it("are six cards with the event's code and three lines in its language", async () => {
    await open("");
    await waitFor(() => expect(cards()).toHaveLength(6), PATIENCE);
    for (const card of cards()) {
      expect(within(card).getByRole("img", { name: "参加用のQRコード" })).toBeTruthy();
      expect(within(card).getAllByRole("listitem")).toHaveLength(3);
      expect(card.textContent).toContain("佐藤家・田中家 結婚披露宴");
    }
  });

  it("speak as many languages as are chosen, the event's first, and never none", async () => {
    await open("");
    await waitFor(() => expect(cards()).toHaveLength(6), PATIENCE);
    const japanese = screen.getByLabelText<HTMLInputElement>("日本語");
    expect(japanese.disabled).toBe(true);
    fireEvent.click(screen.getByLabelText("繁體中文"));
    fireEvent.click(screen.getByLabelText("English"));
    const spoken = () =>
      [...(cards()[0]?.querySelectorAll(".invitation") ?? [])].map((one) => one.getAttribute("lang"));
    expect(spoken()).toEqual(["ja", "en", "zh-Hant"]);
    fireEvent.click(japanese);
    expect(spoken()).toEqual(["en", "zh-Hant"]);
  });

  it("become a poster with the code to type", async () => {
    await open("#poster");
    await waitFor(() => expect(document.querySelector(".sheet--poster")).not.toBeNull(), PATIENCE);
    expect(document.querySelector(".sheet--poster")?.textContent).toContain("H7KC4M");
    expect(cards()).toEqual([]);
  });

  it("wait for the bot's ID, which the result list does not need", async () => {
    const fake = new FakeResult();
    fake.basicId = null;
    await open("", fake);
    await screen.findByText(/QRをつくれません/, {}, PATIENCE);
    fireEvent.click(screen.getByRole("link", { name: "順位表（司会用）" }));
    await screen.findByText("花子1", {}, PATIENCE);
  });

  it("go to the printer at a press", async () => {
    const print = vi.fn();
    vi.stubGlobal("print", print);
    await open("");
    fireEvent.click(screen.getByRole("button", { name: "印刷する" }));
    expect(print).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });
});

describe("the result list for the MC", () => {
  const rows = () =>
    [...document.querySelectorAll(".places__row")].map((row) =>
      [".places__place", ".places__reading", ".places__name", ".places__score"].map(
        (part) => row.querySelector(part)?.textContent,
      ),
    );

  it("R5: before the result is fixed, is the ranking now, with readings and shared places", async () => {
    await open("#result");
    await waitFor(() => expect(rows()[0]?.[1]).toBe("はなこ g1"), PATIENCE);
    expect(rows().slice(0, 4)).toEqual([
      ["1", "はなこ g1", "花子1", "300.0"],
      ["2", "はなこ g2", "花子2", "299.0"],
      ["2", "はなこ g3", "花子3", "299.0"],
      ["4", "はなこ g4", "花子4", "297.0"],
    ]);
    expect(rows()).toHaveLength(12);
    expect(rows()[11]).toEqual(["12", "", "花子12", "289.0"]);
    expect(screen.getByText(/現在の順位です/)).toBeTruthy();
  });

  it("G6, G7: keeps the fixed order without those passed over and gone, and tells who moves up", async () => {
    const result = exampleRanking.map(({ guestId }) => guestId).reverse();
    const fake = new FakeResult({ name: "reveal", step: 0, result, skipped: ["g11"], version: 9 });
    fake.ranking = exampleRanking.filter(({ guestId }) => guestId !== "g12");
    await open("#result", fake);
    await waitFor(() => expect(rows()[0]?.[2]).toBe("花子10"), PATIENCE);
    expect(rows().map(([place]) => place)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "8", "10"]);
    expect(screen.getByText(/確定した順位です/)).toBeTruthy();
    expect(screen.queryByText(/繰り上がる方/)).toBeNull();
    act(() => fake.setStage({ name: "reveal", step: 0, result, version: 10 }));
    await waitFor(() => expect(rows()).toHaveLength(11), PATIENCE);
    expect(screen.getByText(/繰り上がる方/)).toBeTruthy();
    expect(document.querySelectorAll(".places__below .places__row")).toHaveLength(1);
  });

  it("says so when nobody has a place", async () => {
    const fake = new FakeResult();
    fake.ranking = [];
    await open("#result", fake);
    await screen.findByText("まだ順位のついた方はいません。", {}, PATIENCE);
  });
});
