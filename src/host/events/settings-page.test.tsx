// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { Link } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { seedRules } from "#domain/event-rules";
import { FakeRetention } from "../retention/fake-retention.ts";
import { exampleEvent } from "./example-event.ts";
import { FakeEvents } from "./fake-events.ts";
import { openHostPage } from "./open-host-page.tsx";
import { SettingsPage } from "./settings-page.tsx";

let errors: unknown[][];
beforeEach(() => {
  errors = [];
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => errors.push(words));
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  if (errors.length > 0) throw new Error(`console.error: ${JSON.stringify(errors)}`);
});

async function open(change: Partial<typeof exampleEvent> = {}): Promise<FakeEvents> {
  const fake = new FakeEvents([{ ...exampleEvent, ...change }]);
  openHostPage(
    <SettingsPage backend={fake} retention={new FakeRetention(fake)} />,
    "/host/:eventId/settings",
    "/host/event-1/settings",
  );
  await screen.findByLabelText("式の名前");
  return fake;
}
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const save = () => fireEvent.click(screen.getByRole("button", { name: "保存する" }));
const elsewhere = (fake: FakeEvents, change: Partial<typeof exampleEvent>) =>
  act(async () => {
    fake.save({ ...change, version: fake.now.version + 1 });
  });
const isSaved = () => waitFor(() => expect(screen.queryByRole("button", { name: "保存する" })).toBeNull());

describe("saving", () => {
  it("sends what was changed and nothing else, with the version that was seen", async () => {
    const fake = await open();
    expect(screen.queryByRole("button", { name: "保存する" })).toBeNull();
    type("式の名前", "二次会");
    fireEvent.click(screen.getByRole("radio", { name: "確認してから映す" }));
    expect(screen.getByText("2件の変更")).toBeTruthy();
    save();
    await isSaved();
    expect(fake.calls).toEqual([["update", 3, { title: "二次会", policy: "review-first" }]]);
  });

  it("tells who answers questions, and that messages may cost", async () => {
    const fake = await open();
    type("問い合わせ先", " 花子 03-1234-5678 ");
    fireEvent.click(screen.getByRole("switch", { name: "有料のメッセージも使う" }));
    save();
    await isSaved();
    expect(fake.calls).toEqual([["update", 3, { contact: "花子 03-1234-5678", allowsPaidMessages: true }]]);
    await elsewhere(fake, { contact: "太郎" });
    expect(field("問い合わせ先").value).toBe("太郎");
  });

  it("tells what stands on the screen, as another host has it meanwhile", async () => {
    const fake = await open();
    const on = (name: string) => screen.getByRole<HTMLInputElement>("switch", { name }).checked;
    const names = ["最高得点の演出", "隅に参加用のQRコード", "効果音"];
    expect(names.map(on)).toEqual([true, true, false]);
    for (const name of names) fireEvent.click(screen.getByRole("switch", { name }));
    await elsewhere(fake, { hasSound: true });
    expect(names.map(on)).toEqual([false, false, true]);
    save();
    await isSaved();
    expect(fake.calls).toEqual([["update", 4, { hasSpotlight: false, hasCornerQr: false }]]);
  });

  it("can be undone", async () => {
    const fake = await open();
    type("式の名前", "二次会");
    save();
    fireEvent.click(await screen.findByRole("button", { name: "元に戻す" }));
    await screen.findByText("元に戻しました");
    expect(fake.now.title).toBe(exampleEvent.title);
    expect(field("式の名前").value).toBe(exampleEvent.title);
  });

  it("is not tried while something is wrong; the first of it gets the focus", async () => {
    const fake = await open();
    type("得点になる人数", "0");
    save();
    await screen.findByText("赤い印のところを直すと保存できます。");
    await waitFor(() => expect(document.activeElement).toBe(field("得点になる人数")));
    expect(fake.calls).toEqual([]);
  });

  it("that nobody answered keeps what was typed", async () => {
    const fake = await open();
    fake.fault = { isAfter: false, times: 1 };
    type("式の名前", "二次会");
    save();
    await screen.findByText(/確かめられませんでした。入力はそのままです/);
    expect(field("式の名前").value).toBe("二次会");
    save();
    await isSaved();
    expect(fake.now.title).toBe("二次会");
  });

  it("that was done although nobody answered is seen to be done", async () => {
    const fake = await open();
    fake.fault = { isAfter: true, times: 1 };
    type("式の名前", "二次会");
    save();
    await isSaved();
    expect(fake.now.title).toBe("二次会");
  });

  it("can be forgone", async () => {
    await open();
    type("式の名前", "二次会");
    fireEvent.click(screen.getByRole("button", { name: "変更を取り消す" }));
    expect(field("式の名前").value).toBe(exampleEvent.title);
  });
});

describe("beside another host", () => {
  it("what nobody types here follows", async () => {
    const fake = await open();
    await elsewhere(fake, { title: "新しい題" });
    expect(field("式の名前").value).toBe("新しい題");
    expect(screen.queryByText(/件の変更/)).toBeNull();
  });

  it("what is typed stays, and theirs is told and can be taken", async () => {
    const fake = await open();
    type("式の名前", "わたしの題");
    await elsewhere(fake, { title: "あちらの題" });
    expect(field("式の名前").value).toBe("わたしの題");
    expect(screen.getByText("あちらの題")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "そちらを使う" }));
    expect(field("式の名前").value).toBe("あちらの題");
  });

  it("one who was faster unseen is told kindly; saved again, both changes are there", async () => {
    const fake = await open();
    type("式の名前", "わたしの題");
    // Saved, and the news of it is lost.
    fake.all = [{ ...fake.now, nameWords: ["ばか"], version: 4 }];
    save();
    await screen.findByText(/ほかの担当者が先に変更しました/);
    expect(field("式の名前").value).toBe("わたしの題");
    await waitFor(() => expect(field("名前に使えない言葉").value).toBe("ばか"));
    save();
    await isSaved();
    expect(fake.now).toMatchObject({ title: "わたしの題", nameWords: ["ばか"], version: 5 });
  });

  it("what was saved here is no change of one's own when it changes again", async () => {
    const fake = await open();
    type("式の名前", "二次会");
    save();
    await isSaved();
    await elsewhere(fake, { title: "三次会" });
    expect(field("式の名前").value).toBe("三次会");
    expect(screen.queryByText(/件の変更/)).toBeNull();
  });
});

describe("leaving", () => {
  const index = () => screen.getByRole("link", { name: "式の一覧" });
  /** A link of the frame around the page. */
  const openWithLink = async () => {
    const fake = new FakeEvents();
    openHostPage(
      <>
        <Link to="/host">式の一覧</Link>
        <SettingsPage backend={fake} retention={new FakeRetention(fake)} />
      </>,
      "/host/:eventId/settings",
      "/host/event-1/settings",
    );
    await screen.findByLabelText("式の名前");
  };

  it("with everything saved asks nothing", async () => {
    await openWithLink();
    fireEvent.click(index());
    await screen.findByText("at /host");
  });

  it("with something typed asks; what was typed is there when one stays", async () => {
    await openWithLink();
    type("式の名前", "二次会");
    fireEvent.click(index());
    fireEvent.click(screen.getByRole("button", { name: "ここに残る" }));
    expect(field("式の名前").value).toBe("二次会");
    fireEvent.click(index());
    fireEvent.click(screen.getByRole("button", { name: "保存せずに移動" }));
    await screen.findByText("at /host");
  });

  it("holds the closing of the tab only while something is not saved", async () => {
    await openWithLink();
    const close = () => !globalThis.dispatchEvent(new Event("beforeunload", { cancelable: true }));
    expect(close()).toBe(false);
    type("式の名前", "二次会");
    expect(close()).toBe(true);
    save();
    await isSaved();
    expect(close()).toBe(false);
  });
});

describe("rules", () => {
  const example = () => document.querySelector(".example__sum")?.textContent;

  it("show what they make of the example while they are typed", async () => {
    await open();
    expect(example()).toBe("90 + 80 + 20 = 190.0pt");
    type("得点になる人数", "1");
    expect(example()).toBe("90 = 90.0pt");
    expect(screen.getAllByText("上限で0")).toHaveLength(2);
    type("得点になる人数", "");
    type("得点になる顔の大きさ", "10");
    expect(example()).toBe("90 + 80 = 170.0pt");
    expect(screen.getByText("190, 120, 60 の写真を送った人は 265.0pt")).toBeTruthy();
  });

  it("are saved together, tell how far the computation is, and can be taken back", async () => {
    const fake = await open();
    type("得点になる人数", "1");
    fireEvent.click(screen.getByRole("radio", { name: "良い三枚の合計" }));
    save();
    await isSaved();
    const rules = { ...seedRules, scoring: { faceCap: 1 }, standing: "best-three" };
    expect(fake.calls).toEqual([["changeRules", rules]]);
    await act(async () => fake.tellJob({ total: 84, done: 37, movedAt: Date.now(), version: 2 }));
    expect(await screen.findByText("84人中37人")).toBeTruthy();
    expect(screen.getByRole("progressbar").getAttribute("value")).toBe("37");
    await act(async () => fake.tellJob({ state: "done", total: 84, done: 84, version: 3 }));
    expect(screen.getByText("84人全員が新しいルールの順位になりました。")).toBeTruthy();
    expect(screen.getByText("得点になる人数：いちばんの笑顔だけ → 全員")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "前のルールに戻す" }));
    await screen.findByText("元に戻しました");
    expect(fake.now.rules).toEqual(seedRules);
    await waitFor(() => expect(field("得点になる人数").value).toBe(""));
  });

  it("that another host changed unseen are not overwritten", async () => {
    const fake = await open();
    type("得点になる人数", "1");
    fake.all = [
      {
        ...fake.now,
        rulesJobId: "job-of-another",
        rules: { ...seedRules, bannedWords: ["社外秘"] },
        version: 4,
      },
    ];
    save();
    await screen.findByText(/ほかの担当者が先に変更しました/);
    expect(fake.now.rules.bannedWords).toEqual(["社外秘"]);
    await waitFor(() => expect(field("映したくない言葉").value).toBe("社外秘"));
    save();
    await isSaved();
    expect(fake.now.rules).toEqual({ ...seedRules, scoring: { faceCap: 1 }, bannedWords: ["社外秘"] });
  });

  it("say for every kind of thing what the check does with it", async () => {
    const fake = await open();
    fireEvent.click(screen.getByText(/^項目ごとに変える/));
    const row = await screen.findByLabelText<HTMLSelectElement>("お酒の扱い");
    expect(row.options[0]?.text).toBe("いつもどおり（映す）");
    fireEvent.change(row, { target: { value: "review" } });
    expect(screen.getByText("「お酒」が見つかった写真は：確認待ち")).toBeTruthy();
    // What lies below follows.
    const below = screen.getByLabelText<HTMLSelectElement>(/^飲酒.*の扱い$/);
    expect(below.options[0]?.text).toBe("いつもどおり（確認待ち）");
    save();
    await isSaved();
    expect(fake.now.rules.treatments).toEqual({ Alcohol: "review" });
  });

  it("hold challenges, each judged on the example photo", async () => {
    const fake = await open();
    fireEvent.click(screen.getByRole("button", { name: "ミッションを足す" }));
    save();
    await screen.findByText("題を入れてください。");
    type("ゲストに見える題", "ケーキと一緒に");
    expect(screen.getByText(/例の写真なら達成/)).toBeTruthy();
    type("いくつ・何人", "2");
    expect(screen.getByText(/例の写真ではまだ/)).toBeTruthy();
    save();
    await isSaved();
    expect(fake.now.rules.missions).toMatchObject([
      { title: "ケーキと一緒に", goal: { kind: "label", label: "Cake", count: 2 } },
    ]);
  });
});

describe("what changes everything", () => {
  it("closes and opens again", async () => {
    vi.spyOn(Date, "now").mockReturnValue(exampleEvent.opensAt + 1);
    const fake = await open();
    fireEvent.click(screen.getByRole("button", { name: "いま受付を終える" }));
    await screen.findByText("受付を終えました");
    expect(fake.now.state).toBe("closed");
    fireEvent.click(screen.getByRole("button", { name: "元に戻す" }));
    await screen.findByRole("button", { name: "いま受付を終える" });
    expect(fake.now.state).toBe("open");
  });

  it("renews the board's address only after saying what it does", async () => {
    const fake = await open();
    fireEvent.click(screen.getByRole("button", { name: "スクリーンのアドレスを変える" }));
    const dialog = screen.getByRole("dialog");
    expect(within(dialog).getByText(/古いアドレスはすぐに使えなくなります/)).toBeTruthy();
    expect(fake.calls).toEqual([]);
    fireEvent.click(within(dialog).getByRole("button", { name: "スクリーンのアドレスを変える" }));
    await screen.findByText("スクリーンのアドレスを変えました");
    expect(screen.getByText(/\/board\/board-2$/)).toBeTruthy();
  });

  it("copies the settings to a new event and goes there", async () => {
    const fake = await open();
    fireEvent.click(screen.getByRole("button", { name: "同じ設定で新しい式をつくる" }));
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "つくる" }));
    await waitFor(() => expect(fake.calls.map(([name]) => name)).toEqual(["duplicate"]));
    await screen.findByText("新しい式をつくりました");
  });
});

describe("the invitation", () => {
  it("is a QR code that opens the chat with the code", async () => {
    await open();
    expect((await screen.findAllByRole("img", { name: "参加用のQRコード" })).length).toBeGreaterThan(0);
    expect(screen.getByText("H7KC4M")).toBeTruthy();
  });

  it("says so where the bot has no name yet, and tells the code", async () => {
    const fake = new FakeEvents();
    fake.basicId = null;
    openHostPage(
      <SettingsPage backend={fake} retention={new FakeRetention(fake)} />,
      "/host/:eventId/settings",
      "/host/event-1/settings",
    );
    await screen.findByText(/ボットのIDが設定されていないため/);
    expect(screen.getByText("H7KC4M")).toBeTruthy();
    expect(screen.queryByRole("img", { name: "参加用のQRコード" })).toBeNull();
  });
});

it("says that an event is not there", async () => {
  const fake = new FakeEvents([]);
  openHostPage(
    <SettingsPage backend={fake} retention={new FakeRetention(fake)} />,
    "/host/:eventId/settings",
    "/host/event-1/settings",
  );
  await screen.findByText("この式は見つかりません");
});
