import { act, cleanup, fireEvent, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter, Route, Routes } from "react-router";
import { afterEach, beforeEach, vi } from "vitest";
import { Toasts } from "../../ui/toasts.tsx";
import { LanguageProvider } from "./language.tsx";

/** Lets time pass, and everything that waits for it happen. */
export const pass = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms));

export async function press(element: HTMLElement): Promise<void> {
  await act(async () => fireEvent.click(element));
  await pass(300);
}

/** A page of hosts at its address below the event `e`, as the shell surrounds it. */
export async function renderHostPage(part: string, page: ReactNode, search = ""): Promise<void> {
  render(
    <MemoryRouter initialEntries={[`/host/e/${part}${search}`]}>
      <LanguageProvider>
        <Toasts>
          <Routes>
            <Route path={`/host/:eventId/${part}`} element={page} />
          </Routes>
        </Toasts>
      </LanguageProvider>
    </MemoryRouter>,
  );
  await pass(500);
}

/** For every test of a file: time stands still, the page speaks Japanese, and what it complains of fails the test. */
export function inHostPages(now?: number | Date): void {
  let errors: unknown[][];
  beforeEach(() => {
    vi.useFakeTimers(now === undefined ? {} : { now });
    localStorage.setItem("egao:host:language", "ja");
    errors = [];
    vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => errors.push(words));
    vi.spyOn(console, "warn").mockImplementation(() => {});
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    vi.restoreAllMocks();
    localStorage.clear();
    if (errors.length > 0) throw new Error(`console.error: ${JSON.stringify(errors)}`);
  });
}
