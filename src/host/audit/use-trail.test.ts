// @vitest-environment happy-dom
import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import type { AuditPage } from "../../backend/host-audit-entry.ts";
import type { AuditListener } from "../../backend/host-audit.ts";
import { anEntry } from "./test-trail.ts";
import { useTrail } from "./use-trail.ts";

const minutes = (...ago: readonly number[]) => ago.map((each) => anEntry(each));

function followed() {
  const asked: { readonly token: string | null; readonly answer: (page: AuditPage) => void }[] = [];
  let listener: AuditListener | undefined;
  const backend = {
    watch: (_eventId: string, to: AuditListener) => {
      listener = to;
      return () => {};
    },
    readPage: (_eventId: string, token: string | null) =>
      new Promise<AuditPage>((answer) => asked.push({ token, answer })),
  };
  const { result } = renderHook(() => useTrail("e", backend));
  const newest = (page: AuditPage) => act(async () => listener?.onPage(page));
  const entries = () => result.current.entries.map(({ at }) => (anEntry(0).at - at) / 60_000);
  return { result, asked, newest, entries };
}

it("asks for one page at a time", async () => {
  const { result, asked, newest, entries } = followed();
  await newest({ entries: minutes(1, 2), nextToken: "2" });
  act(() => {
    result.current.readOn();
    result.current.readOn();
  });
  expect(asked.map(({ token }) => token)).toEqual(["2"]);
  expect(result.current.older).toBe("reading");
  await act(async () => asked[0]?.answer({ entries: minutes(3), nextToken: null }));
  expect(entries()).toEqual([1, 2, 3]);
  expect(result.current.older).toBe("none");
});

it("drops an older page that lies behind a gap by now, and reads on from the new place", async () => {
  const { result, asked, newest, entries } = followed();
  await newest({ entries: minutes(51, 52), nextToken: "behind 52" });
  act(() => result.current.readOn());
  // More happened unheard than a page holds.
  await newest({ entries: minutes(1, 2), nextToken: "behind 2" });
  await act(async () => asked[0]?.answer({ entries: minutes(53), nextToken: "behind 53" }));
  expect(entries()).toEqual([1, 2]);
  act(() => result.current.readOn());
  expect(asked.at(-1)?.token).toBe("behind 2");
});
