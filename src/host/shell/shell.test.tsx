// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter, Route, Routes } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { EventHeadBackend } from "./event-head-backend.ts";
import { EventFrame } from "./event-frame.tsx";
import { SignedInProvider } from "./host-identity.ts";
import { LanguageProvider } from "./language.tsx";
import { PageHead } from "./page-head.tsx";
import { WaitingFeed } from "./waiting-feed.tsx";
import { useBadge, useConnectionReport } from "./signals.tsx";

let titles: Map<string, string | null | Error>;
let asked: string[];
const backend: EventHeadBackend = {
  endOf: async () => null,
  titleOf: async (eventId) => {
    asked.push(eventId);
    const title = titles.get(eventId) ?? null;
    if (title instanceof Error) throw title;
    return title;
  },
};
const signOut = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockReturnValue();
  localStorage.setItem("egao:host:language", "en");
  titles = new Map([["e1", "Sakura & Ken"]]);
  asked = [];
  signOut.mockClear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  localStorage.clear();
});

const settle = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));

function Waiting({ count, isConnected }: { readonly count: number; readonly isConnected: boolean }) {
  useBadge("queue", count);
  useConnectionReport(isConnected);
  return <PageHead title="Guests page" />;
}

function Broken(): never {
  throw new Error("this page is broken");
}

async function open(path: string, { count = 0, isConnected = true } = {}, feed?: ReactNode) {
  const page = (now: { count: number; isConnected: boolean }) => (
    <LanguageProvider>
      <SignedInProvider value={{ host: { email: "hanako@example.org", isHost: true }, signOut }}>
        <MemoryRouter initialEntries={[path]}>
          <Routes>
            <Route path="/host/:eventId" element={<EventFrame backend={backend}>{feed}</EventFrame>}>
              <Route path="queue" element={<PageHead title="Photos page" />} />
              <Route path="guests" element={<Waiting {...now} />} />
              <Route path="audit" element={<Broken />} />
              <Route path="troubles" element={<PageHead title="Troubles page" />} />
            </Route>
          </Routes>
        </MemoryRouter>
      </SignedInProvider>
    </LanguageProvider>
  );
  const { rerender } = render(page({ count, isConnected }));
  await settle();
  return (now: { count: number; isConnected: boolean }) => rerender(page(now));
}

const navigation = () => within(screen.getByRole("navigation", { name: "Menu" }));

describe("the frame of an event", () => {
  it("names the event, all its pages and the one that is open, also in the tab", async () => {
    await open("/host/e1/guests");
    expect(screen.getByText("Sakura & Ken")).toBeDefined();
    const links = navigation().getAllByRole("link");
    expect(links.map((link) => link.getAttribute("href"))).toEqual(
      ["queue", "remote", "guests", "numbers", "export", "audit", "troubles", "rehearsal", "settings"].map(
        (part) => `/host/e1/${part}`,
      ),
    );
    expect(links.filter((link) => link.getAttribute("aria-current") === "page")).toHaveLength(1);
    expect(document.title).toBe("Guests · Sakura & Ken · Egao");
  });

  it("shows what waits, in the navigation and in the tab", async () => {
    const change = await open("/host/e1/guests", { count: 3 });
    expect(navigation().getByRole("link", { name: /Photos/ }).textContent).toContain("3 waiting");
    expect(document.title).toBe("(3) Guests · Sakura & Ken · Egao");
    change({ count: 120, isConnected: true });
    expect(navigation().getByText("99+")).toBeDefined();
    change({ count: 0, isConnected: true });
    expect(navigation().queryByText(/waiting/)).toBeNull();
  });

  it("says quietly that the connection is gone, and only when it lasts", async () => {
    const change = await open("/host/e1/guests");
    change({ count: 0, isConnected: false });
    await settle(1_900);
    expect(screen.queryByText("Reconnecting…")).toBeNull();
    await settle(200);
    expect(screen.getByText("Reconnecting…")).toBeDefined();
    change({ count: 0, isConnected: true });
    await settle();
    expect(screen.queryByText("Reconnecting…")).toBeNull();
  });

  it("says so for an event that does not exist, and keeps asking while it cannot know", async () => {
    titles.set("e1", new Error("no network"));
    await open("/host/e1/guests");
    expect(screen.getByRole("heading", { name: "Guests page" })).toBeDefined();
    titles.delete("e1");
    await settle(5_000);
    expect(screen.getByRole("heading", { name: "There is no such page" })).toBeDefined();
    expect(asked).toEqual(["e1", "e1"]);
  });

  it("asks for the title anew on every page: it may have been changed on the last", async () => {
    await open("/host/e1/guests");
    titles.set("e1", "Sakura und Ken");
    fireEvent.click(navigation().getByRole("link", { name: "Troubles" }));
    await settle();
    expect(screen.getByText("Sakura und Ken")).toBeDefined();
  });

  it("outlives a broken page, which can be tried again or left", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    await open("/host/e1/audit");
    expect(screen.getByRole("heading", { name: "This page could not be shown" })).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(screen.getByRole("heading", { name: "This page could not be shown" })).toBeDefined();
    fireEvent.click(navigation().getByRole("link", { name: "Guests" }));
    expect(screen.getByRole("heading", { name: "Guests page" })).toBeDefined();
  });

  it("moves the focus to a new page", async () => {
    await open("/host/e1/troubles");
    const link = navigation().getByRole("link", { name: "Guests" });
    link.focus();
    fireEvent.click(link);
    expect(document.activeElement).toBe(screen.getByRole("main"));
  });
});

describe("the number of waiting photos", () => {
  it("is fed from outside while another page is open, and not beside the queue's own", async () => {
    const told = new Map<string, (count: number) => void>();
    const watch = vi.fn((eventId: string, onCount: (count: number) => void) => {
      told.set(eventId, onCount);
      return () => told.delete(eventId);
    });
    await open("/host/e1/guests", {}, <WaitingFeed backend={{ watch }} />);
    act(() => told.get("e1")?.(7));
    expect(navigation().getByRole("link", { name: /Photos/ }).textContent).toContain("7 waiting");
    fireEvent.click(navigation().getByRole("link", { name: /Photos/ }));
    expect(told.size).toBe(0);
    expect(navigation().queryByText("7 waiting")).toBeNull();
  });
});

describe("the account", () => {
  it("changes the language at once, for the document and for the next visit", async () => {
    await open("/host/e1/guests");
    fireEvent.click(screen.getByRole("button", { name: "Account and language" }));
    expect(screen.getByText("Signed in as hanako@example.org")).toBeDefined();
    fireEvent.click(screen.getByRole("button", { name: "繁體中文" }));
    expect(screen.getByRole("heading", { name: "帳號與語言" })).toBeDefined();
    expect(document.documentElement.lang).toBe("zh-Hant");
    expect(localStorage.getItem("egao:host:language")).toBe("zh-Hant");
  });

  it("is the way out", async () => {
    await open("/host/e1/guests");
    fireEvent.click(screen.getByRole("button", { name: "Account and language" }));
    fireEvent.click(screen.getByRole("button", { name: "Sign out" }));
    expect(signOut).toHaveBeenCalledTimes(1);
  });
});
