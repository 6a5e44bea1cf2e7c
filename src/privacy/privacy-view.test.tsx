// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, it, vi } from "vitest";
import type { PrivacyNotice } from "../backend/privacy-notice.ts";
import { pageLanguage } from "./page-language.ts";
import { PrivacyView } from "./privacy-view.tsx";

const notice: PrivacyNotice = {
  title: "山田家 披露宴",
  language: "ja",
  contact: "佐藤 花子 hanako@example.com",
  retentionEndsAt: Date.UTC(2027, 1, 19, 14, 59),
  keepsAgeAndGender: false,
  isReviewed: false,
  region: "ap-northeast-1",
};
const read = vi.fn<(joinCode: string) => Promise<PrivacyNotice | null>>();
afterEach(() => {
  cleanup();
  read.mockReset();
});

async function open(search = "", joinCode = "H7KC4M") {
  await act(async () => {
    render(
      <MemoryRouter initialEntries={[`/privacy/${joinCode}${search}`]}>
        <PrivacyView read={read} joinCode={joinCode} />
      </MemoryRouter>,
    );
  });
}

it("tells of the event until when its photos are kept and whom to ask", async () => {
  read.mockResolvedValue(notice);
  await open("?lang=ja");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("写真のお取り扱い");
  expect(screen.getByText("山田家 披露宴")).toBeTruthy();
  expect(screen.getAllByText(/2027年3月5日/)).toHaveLength(2);
  expect(screen.getByRole("link", { name: "hanako@example.com" }).getAttribute("href")).toBe(
    "mailto:hanako@example.com",
  );
  expect(screen.getByText(/AWS（東京）/)).toBeTruthy();
  expect([document.title, document.documentElement.lang]).toEqual(["写真のお取り扱い — 山田家 披露宴", "ja"]);
});

it("changes its language without asking again, and says which one is on", async () => {
  read.mockResolvedValue(notice);
  await open("?lang=ja");
  fireEvent.click(screen.getByRole("link", { name: "繁體中文" }));
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("照片會如何處理");
  expect(screen.getAllByText(/2027年3月5日/)).toHaveLength(2);
  const languages = within(screen.getByRole("navigation"));
  expect(languages.getByRole("link", { current: true }).textContent).toBe("繁體中文");
  expect(document.documentElement.lang).toBe("zh-Hant");
  expect(read).toHaveBeenCalledTimes(1);
});

it("asks for the code as the API knows it", async () => {
  read.mockResolvedValue(notice);
  await open("?lang=en", "h7kc-4m");
  expect(read.mock.calls).toEqual([["H7KC4M"]]);
});

it.each(["H7KC4M", "hello"])("is kind about %s, a code of no event", async (joinCode) => {
  read.mockResolvedValue(null);
  await open("?lang=en", joinCode);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("We cannot find this party");
  expect(read).toHaveBeenCalledTimes(joinCode === "hello" ? 0 : 1);
});

it("says that the connection is bad, and tries again when asked or when it is back", async () => {
  read.mockRejectedValue(new Error("offline"));
  await open("?lang=en");
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Try again" })));
  expect(read).toHaveBeenCalledTimes(2);
  read.mockResolvedValue(notice);
  await act(async () => void dispatchEvent(new Event("online")));
  expect(screen.getByText("Questions?")).toBeTruthy();
  expect(read).toHaveBeenCalledTimes(3);
});

it("sends to the staff while no host said who answers questions", async () => {
  read.mockResolvedValue({ ...notice, contact: "" });
  await open("?lang=en");
  expect(screen.getByText(/Please ask the staff/)).toBeTruthy();
});

it.each([
  ["?lang=zh-Hant", ["en-US"], "ja", "zh-Hant"],
  ["?lang=fr", ["en-US"], "ja", "en"],
  ["", ["fr", "zh-TW", "en"], "ja", "zh-Hant"],
  ["", ["fr"], "en", "en"],
  ["", [], undefined, "ja"],
] as const)("speaks, with %j on a device of %j at an event in %s: %s", (search, tags, event, language) => {
  expect(pageLanguage(new URLSearchParams(search), tags, event)).toBe(language);
});
