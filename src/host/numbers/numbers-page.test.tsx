// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { aGuest } from "../guests/test-guests.ts";
import { inHostPages, pass, renderHostPage } from "../shell/test-host-page.tsx";
import { exampleEvening } from "./example-evening.ts";
import { FakeNumbers } from "./fake-numbers.ts";
import { NumbersPage } from "./numbers-page.tsx";
import { aPhoto, smallEvening } from "./small-evening.ts";

inHostPages();

const guests = ["hanako", "taro", "yui", "ren"].map((guestId) => aGuest({ guestId, displayName: guestId }));
const couple = aGuest({ guestId: "couple", displayName: "新郎新婦", isExcluded: true });

async function open(photos = smallEvening): Promise<FakeNumbers> {
  const fake = new FakeNumbers(photos, [...guests, couple, aGuest({ guestId: "gone", hasLeft: true })]);
  await renderHostPage("numbers", <NumbersPage backend={fake} />);
  return fake;
}
/** The cells of a chart's table, row by row. */
function table(title: string): readonly string[] {
  const rows = within(screen.getByRole("table", { name: title, hidden: true })).getAllByRole("row", {
    hidden: true,
  });
  return rows.map((row) => [...row.children].map((cell) => cell.textContent).join(" | "));
}
const tile = (name: string): string =>
  [...(screen.getByText(name, { selector: "dt" }).parentElement?.querySelectorAll("dd") ?? [])]
    .map((value) => value.textContent)
    .join(" / ");
const charts = () => screen.getAllByRole("heading", { level: 2 }).map((heading) => heading.textContent);

describe("a small evening", () => {
  it("V1, V3, V4: stands in the tiles, what waits and is hidden beside it", async () => {
    await open();
    expect(tile("写真")).toBe("4 / ほかに、確認待ち1枚・非表示2枚");
    expect(tile("笑顔")).toBe("8 / 写った10人のうち80%");
    // (90 + 3 × 80 + 4 × 50 + 2 × 100) / 10
    expect(tile("幸福度の平均")).toMatch(/^73\.0 /);
    expect(tile("送ってくれたゲスト")).toBe("3 / 参加5人のうち60%");
    expect(tile("いちばん届いた時間")).toBe("11:01 / 2枚 / 1分");
    expect(tile("最高得点")).toBe("300.0pt / 新郎新婦さん・2人の写真");
  });

  it("has a chart for everything, each with a sentence and the same numbers as a table", async () => {
    await open();
    expect(charts()).toEqual([
      "届いた写真（1分ごと）",
      "幸福度の移り変わり",
      "上位10人の歩み",
      "読み取った感情",
      "1枚に写った人数",
      "ゲストが送った枚数",
      "得点がいちばん高い写真",
      "いちばん笑顔のグループ",
    ]);
    screen.getByText("いちばん多かったのは11:01からの1分で、2枚。全部で4枚です。");
    expect(table("届いた写真（1分ごと）")).toEqual([
      "時刻 | 写真",
      "11:00 | 1枚",
      "11:01 | 2枚",
      "11:02 | 0枚",
      "11:03 | 0枚",
      "11:04 | 1枚",
    ]);
    expect(table("幸福度の移り変わり").slice(1)).toEqual([
      "11:00 | 90.0 | 1",
      "11:01 | 62.9 | 7",
      "11:02 | 顔なし | 0",
      "11:03 | 顔なし | 0",
      "11:04 | 100.0 | 2",
    ]);
    expect(table("読み取った感情").slice(1)).toEqual(["喜び | 73.0%", "穏やか | 2.5%"]);
    expect(table("1枚に写った人数").slice(1)).toEqual(["1人 | 1", "2人 | 1", "3人 | 1", "4人 | 1"]);
    expect(table("ゲストが送った枚数").slice(1)).toEqual(["1枚 | 2", "2枚 | 1"]);
    screen.getByText("参加5人のうち3人（60%）が写真を送りました。ひとり平均1.3枚です。");
  });

  it("R4, V5: the climb is of those who may have a place, by the names that the board shows", async () => {
    await open();
    screen.getByText("現在の1位はhanakoさん（240.0pt）。11:00から首位です。");
    expect(table("上位10人の歩み")).toEqual([
      "時刻 | hanako | taro",
      "11:00 | 1位 90.0pt | まだ",
      "11:01 | 1位 240.0pt | 2位 200.0pt",
      "11:02 | 1位 240.0pt | 2位 200.0pt",
      "11:03 | 1位 240.0pt | 2位 200.0pt",
      "11:04 | 1位 240.0pt | 2位 200.0pt",
    ]);
  });

  it("V6: shows the photo with the most points and the happiest group", async () => {
    await open();
    await pass(500);
    const sources = screen.getAllByRole("img").map((image) => image.getAttribute("src"));
    expect(sources.filter((source) => source !== null)).toEqual(["/pictures/4.jpg", "/pictures/2.jpg"]);
    screen.getByText(/3人の平均 80\.0/);
  });

  it("follows what happens: a new photo comes into all numbers, one that is taken back leaves them", async () => {
    const fake = await open();
    fake.tell([...smallEvening, aPhoto("8", 4.5, { guestId: "ren", faceCount: 5, smiles: 5, score: 450 })]);
    await pass(1_000);
    expect([tile("写真"), tile("笑顔")].map((told) => told.split(" ")[0])).toEqual(["5", "13"]);
    expect(table("上位10人の歩み")[0]).toBe("時刻 | ren | hanako | taro");
    fake.tell(
      smallEvening.map((photo) => ({ ...photo, state: photo.photoId === "4" ? "removed" : photo.state })),
    );
    await pass(1_000);
    expect(tile("写真")).toMatch(/^3 /);
    expect(tile("最高得点")).toMatch(/^240\.0pt/);
    expect(table("届いた写真（1分ごと）").at(-1)).toBe("11:01 | 2枚");
    expect(document.body.textContent).not.toContain("新郎新婦");
  });
});

it("says kindly that there is nothing yet, and begins with the first photo", async () => {
  const fake = await open([]);
  screen.getByText("まだ写真がありません");
  fake.tell([aPhoto("1", 0, { faceCount: 0, smiles: 0, emotions: {}, score: 0 })]);
  await pass(1_000);
  expect(tile("写真")).toMatch(/^1 /);
  expect(tile("笑顔")).toBe("0 / 顔なし");
  // Without faces there is no happiness to draw.
  expect(charts()).not.toContain("幸福度の移り変わり");
});

it("leads to the report in a tab of its own", async () => {
  await open();
  const link = screen.getByRole("link", { name: "式の記録をひらく（印刷できます）" });
  expect([link.getAttribute("href"), link.getAttribute("target")]).toEqual(["/report/e", "_blank"]);
});

it("tells the same in tiles and tables after a full afternoon", async () => {
  const photos = exampleEvening();
  await open(photos);
  await pass(500);
  const shown = photos.filter(({ state }) => state === "shown").length;
  expect(tile("写真").split(" ")[0]).toBe(String(shown));
  const told = table("届いた写真（5分ごと）").slice(1);
  const sum = told.reduce((all, row) => all + Number(/\| (\d+)枚/.exec(row)?.[1]), 0);
  expect(sum).toBe(shown);
  expect(table("上位10人の歩み")[0]?.split(" | ")).toHaveLength(11);
});
