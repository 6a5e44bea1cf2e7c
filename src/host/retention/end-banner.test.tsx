// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, it } from "vitest";
import { DAY_MS } from "#domain/retention";
import { LanguageProvider } from "../shell/language.tsx";
import { EndBanner, type EndOfEvent } from "./end-banner.tsx";

afterEach(cleanup);

function open(change: Partial<EndOfEvent> & { readonly inDays?: number }): string {
  localStorage.setItem("egao:host:language", "ja");
  const { inDays = 100, ...rest } = change;
  const retentionEndsAt = Date.now() + (inDays + 0.5) * DAY_MS;
  const event: EndOfEvent = { eventId: "e", state: "closed", retentionEndsAt, downloadedAt: null, ...rest };
  render(
    <LanguageProvider>
      <MemoryRouter>
        <EndBanner event={event} />
      </MemoryRouter>
    </LanguageProvider>,
  );
  return screen.queryByRole("complementary")?.textContent ?? "";
}
const ways = () => screen.queryAllByRole("link").map((link) => link.getAttribute("href"));

it("K9: is silent until fourteen days before", () => {
  expect(open({ inDays: 14 })).toBe("");
});

it("K9: tells how many days are left, and the way to the photos nobody has yet", () => {
  expect(open({ inDays: 13 })).toContain("あと13日で、写真と名前がすべて削除されます");
  expect(screen.getByText("まだどなたもダウンロードしていません")).toBeTruthy();
  expect(ways()).toEqual(["/host/e/export", "/host/e/settings#retention"]);
});

it("K9: tells the day alone to whom has everything", () => {
  expect(open({ inDays: 3, downloadedAt: Date.now() })).toContain("あと3日で");
  expect(ways()).toEqual(["/host/e/settings#retention"]);
});

it("K8: says that it waits once the time is over", () => {
  expect(open({ inDays: -1 })).toMatch(/保存期限を過ぎました。.*にすべて削除されます/);
});

it.each([
  ["erasing", "この式のデータを削除しています"],
  ["erased", "この式のデータは削除しました"],
] as const)("K10: says on every page that the event is %s", (state, words) => {
  expect(open({ state })).toContain(words);
  expect(ways()).toEqual(["/host/e/settings"]);
});
