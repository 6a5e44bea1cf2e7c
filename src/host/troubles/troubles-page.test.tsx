// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { MemoryRouter, Route, Routes } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Toasts } from "../../ui/toasts.tsx";
import { LanguageProvider } from "../shell/language.tsx";
import { SignalsProvider, useSignals } from "../shell/signals.tsx";
import type { Alarm, DeadLetter, LineQuota, TroublesBackend } from "./troubles-backend.ts";
import { TroublesBadge } from "./troubles-badge.tsx";
import { TroublesPage } from "./troubles-page.tsx";

const NOW = Date.UTC(2026, 10, 21, 10);

const letter = (letterId: string, change: Partial<DeadLetter> = {}): DeadLetter => ({
  letterId,
  kind: "photo",
  displayName: "花子",
  sentAt: NOW - 60_000,
  failedAt: NOW,
  reason: "line-unreachable",
  ...change,
});
const alarm = (name: string, change: Partial<Alarm> = {}): Alarm => ({
  name,
  state: "ALARM",
  since: NOW,
  value: null,
  ...change,
});

class FakeTroubles implements TroublesBackend {
  letters: readonly DeadLetter[] = [];
  isComplete = true;
  alarms: readonly Alarm[] = [];
  quota: LineQuota = { limit: 200, used: 3 };
  isDown = false;
  looks = 0;
  readonly orders: unknown[] = [];
  /** Somebody else was quicker with these. */
  readonly gone = new Set<string>();

  readDeadLetters = async () => {
    this.looks += 1;
    this.#mayFail();
    return { letters: this.letters, isComplete: this.isComplete };
  };
  readAlarms = async () => {
    this.#mayFail();
    return this.alarms;
  };
  readQuota = async () => {
    this.#mayFail();
    return this.quota;
  };
  retry = async (eventId: string, letterIds: readonly string[] | "all") => {
    this.orders.push([eventId, letterIds]);
    this.#mayFail();
    const wanted = letterIds === "all" ? this.letters.map((one) => one.letterId) : letterIds;
    this.letters = this.letters.filter((one) => !wanted.includes(one.letterId));
    return {
      retried: wanted.filter((id) => !this.gone.has(id)),
      missing: wanted.filter((id) => this.gone.has(id)),
    };
  };

  #mayFail(): void {
    if (this.isDown) throw new Error("not reachable");
  }
}

function Badge() {
  return <p>badge {useSignals().badges.troubles ?? 0}</p>;
}

async function opened(change: Partial<FakeTroubles> = {}): Promise<FakeTroubles> {
  const backend = Object.assign(new FakeTroubles(), change);
  render(
    <MemoryRouter initialEntries={["/host/e1/troubles"]}>
      <LanguageProvider>
        <Toasts>
          <SignalsProvider>
            <TroublesBadge backend={backend} />
            <Badge />
            <Routes>
              <Route path="/host/:eventId/troubles" element={<TroublesPage backend={backend} />} />
            </Routes>
          </SignalsProvider>
        </Toasts>
      </LanguageProvider>
    </MemoryRouter>,
  );
  await pass(0);
  return backend;
}

const pass = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms));
const press = async (name: string) => {
  await act(async () => fireEvent.click(screen.getByRole("button", { name })));
  await pass(0);
};
const text = () => document.body.textContent;
const badge = (count: number) => expect(text()).toContain(`badge ${count}`);

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  localStorage.setItem("egao:host:language", "en");
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe("the page of troubles", () => {
  it("is calm when all is well, and tells the quota", async () => {
    await opened({ alarms: [alarm("photos-waiting", { state: "OK" })] });
    expect(screen.getByRole("heading", { name: "All is well" })).toBeDefined();
    expect(screen.queryByRole("heading", { name: "Could not be done" })).toBeNull();
    expect(text()).toContain("3 of 200 sent");
    badge(0);
  });

  it("says what failed, whose, why, and how to go on", async () => {
    await opened({ letters: [letter("a"), letter("b", { displayName: null, kind: "?", reason: "?" })] });
    const [first, second] = screen.getAllByRole("listitem");
    expect(first?.textContent).toContain("Photo · 花子");
    expect(first?.textContent).toContain("LINE could not be reached");
    expect(second?.textContent).toContain("Something unreadable");
    expect(second?.textContent).toContain("Something unexpected happened");
    expect(screen.queryByRole("heading", { name: "All is well" })).toBeNull();
    badge(2);
  });

  it("tries one again, in the trail of this event", async () => {
    const backend = await opened({ letters: [letter("a"), letter("b", { displayName: "健" })] });
    await press("Try again: Photo · 健");
    expect(backend.orders).toEqual([["e1", ["b"]]]);
    expect(text()).toContain("It is being worked on again");
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      expect.stringContaining("花子"),
    ]);
    badge(1);
  });

  it("tries all again, and says what somebody else was quicker with", async () => {
    const backend = await opened({ letters: [letter("a"), letter("b"), letter("c")] });
    backend.gone.add("c");
    await press("Try all 3 again");
    expect(backend.orders).toEqual([["e1", "all"]]);
    expect(text()).toContain("2 are being worked on again");
    expect(text()).toContain("1 had been tried by another host already");
    expect(screen.getByRole("heading", { name: "All is well" })).toBeDefined();
  });

  it("keeps the letter and says so when that does not work", async () => {
    const backend = await opened({ letters: [letter("a")] });
    backend.isDown = true;
    await press("Try again: Photo · 花子");
    expect(text()).toContain("That did not work");
    expect(screen.getAllByRole("listitem")).toHaveLength(1);
  });

  it("tells alarms in a host's words, without those that the list says already", async () => {
    await opened({
      alarms: [
        alarm("photos-waiting", { value: 240 }),
        alarm("photos-dead-letters"),
        alarm("line-webhook-errors"),
        alarm("chat-waiting", { state: "INSUFFICIENT_DATA" }),
      ],
    });
    const items = screen.getAllByRole("listitem").map((item) => item.textContent);
    expect(items).toHaveLength(2);
    expect(items.join()).toContain("Photos are waiting longer than usual: the oldest for 4 min");
    expect(items.join()).toContain("Receiving from LINE keeps failing");
    expect(text()).toContain("One thing was not measured yet.");
    badge(2);
  });

  it("says how much of LINE's messages is used, what stops and what goes on, when that alarm rings", async () => {
    await opened({ alarms: [alarm("line-quota", { value: 91.25 })] });
    const [item] = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(item).toContain("LINE messages are nearly used up: 91%");
    expect(item).toContain("Answers to photos still arrive");
    badge(1);
  });

  it("warns when LINE's quota is nearly used up, and knows accounts without one", async () => {
    const backend = await opened({ quota: { limit: 200, used: 190 } });
    expect(text()).toContain("Nearly used up");
    expect(within(document.body).getByRole("meter")).toBeDefined();
    backend.quota = { limit: null, used: 7 };
    await press("Check again");
    expect(text()).toContain("7 sent · No limit");
  });

  it("looks again every 30 s and when the page is looked at again, once for badge and page", async () => {
    const backend = await opened();
    expect(backend.looks).toBe(1);
    backend.letters = [letter("a")];
    await pass(29_000);
    badge(0);
    await pass(1_000);
    badge(1);
    backend.letters = [];
    await act(async () => globalThis.dispatchEvent(new Event("focus")));
    badge(0);
    expect(backend.looks).toBe(3);
    cleanup();
    await pass(90_000);
    expect(backend.looks).toBe(3);
  });

  it("keeps what is known while nobody answers, and says that it is old", async () => {
    const backend = await opened({ letters: [letter("a")] });
    backend.isDown = true;
    await pass(30_000);
    expect(screen.getAllByRole("listitem")).toHaveLength(1);
    expect(text()).toContain("We could not find out what was given up.");
    expect(screen.queryByRole("heading", { name: "All is well" })).toBeNull();
    backend.isDown = false;
    backend.letters = [];
    await pass(30_000);
    expect(screen.getByRole("heading", { name: "All is well" })).toBeDefined();
  });

  it("never shows an error when nothing was ever read", async () => {
    await opened({ isDown: true });
    expect(text()).toContain("We could not find out how things are.");
  });

  it("keeps a letter that another host holds in this moment, and soon looks again", async () => {
    const backend = await opened({ letters: [letter("a")] });
    Object.assign(backend, { letters: [], isComplete: false });
    await pass(30_000);
    badge(1);
    Object.assign(backend, { letters: [letter("a")], isComplete: true });
    const before = backend.looks;
    await pass(2_000);
    expect(backend.looks).toBe(before + 1);
    badge(1);
  });

  it("lets go of a letter that stays away, however incomplete the list is", async () => {
    const backend = await opened({ letters: [letter("a")] });
    Object.assign(backend, { letters: [letter("b")], isComplete: false });
    await pass(30_000);
    badge(2);
    await pass(10_000);
    badge(1);
    expect(text()).toContain("There are more.");
  });
});
