// @vitest-environment happy-dom
import { act, cleanup, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Cue } from "./score.ts";
import { SoundProvider } from "./sound.ts";
import { useLeaderSound } from "./use-leader-sound.ts";
import { useRevealSound } from "./use-reveal-sound.ts";
import { useRoundSound } from "./use-round-sound.ts";

let heard: (Cue | "hush")[] = [];
const sound = { play: (cue: Cue) => void heard.push(cue), hush: () => void heard.push("hush") };
const hear = (children: ReactNode) => <SoundProvider value={sound}>{children}</SoundProvider>;
const pass = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  heard = [];
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe("B13: a round", () => {
  function Round({ leftMs }: { readonly leftMs: number }) {
    useRoundSound(leftMs);
    return null;
  }
  const run = (seconds: readonly number[]) => {
    const { rerender } = render(hear(<Round leftMs={(seconds[0] ?? 0) * 1_000} />));
    for (const left of seconds.slice(1)) rerender(hear(<Round leftMs={left * 1_000} />));
  };

  it("is heard in its last five seconds, each once, and at its end", () => {
    run([7, 6, 5, 4.2, 4, 3, 2, 1, 0.4, 0, 0]);
    expect(heard).toEqual(["tick", "tick", "last-tick", "last-tick", "last-tick", "time-up"]);
  });

  it("is silent on a screen that was opened after its end, and when it begins anew", () => {
    run([0, 0]);
    run([3, 300, 299]);
    expect(heard).toEqual([]);
  });
});

describe("B13: a reveal", () => {
  interface At {
    readonly step: number;
    readonly seen: number;
    readonly all?: number;
  }
  function Reveal({ step, seen, all = 10 }: At) {
    useRevealSound({ step, seen, all });
    return null;
  }
  const open = (at: At) => {
    const { rerender, unmount } = render(hear(<Reveal {...at} />));
    return { to: (next: At) => rerender(hear(<Reveal {...next} />)), unmount };
  };

  it("has a drum at each place, a roll after the second, and a fanfare for the winner", async () => {
    const { to } = open({ step: 0, seen: 0 });
    to({ step: 1, seen: 1 });
    to({ step: 8, seen: 8 });
    await pass(10_000);
    expect(heard).toEqual(["place", "place"]);
    to({ step: 9, seen: 9 });
    expect(heard).toEqual(["place", "place", "place"]);
    await pass(2_500);
    expect(heard.at(-1)).toBe("drum-roll");
    to({ step: 10, seen: 10 });
    expect(heard.slice(-2)).toEqual(["drum-roll", "fanfare"]);
  });

  it("rolls no drums once the winner is told", async () => {
    const { to } = open({ step: 8, seen: 8 });
    to({ step: 9, seen: 9 });
    to({ step: 10, seen: 10 });
    await pass(10_000);
    expect(heard).toEqual(["place", "fanfare"]);
  });

  it("is silent at steps that show nobody, where a screen is opened, and for who moves up", () => {
    const { to } = open({ step: 3, seen: 0, all: 4 });
    to({ step: 4, seen: 0, all: 4 });
    to({ step: 4, seen: 1, all: 5 });
    open({ step: 10, seen: 10 });
    expect(heard).toEqual([]);
  });

  it("is hushed on the way back, and when it is over", async () => {
    const { to, unmount } = open({ step: 8, seen: 8 });
    to({ step: 9, seen: 9 });
    to({ step: 8, seen: 8 });
    expect(heard).toEqual(["place", "hush"]);
    await pass(10_000);
    unmount();
    expect(heard).toEqual(["place", "hush", "hush"]);
  });
});

describe("B13: a new leader", () => {
  function Callouts({ leader }: { readonly leader: string | null }) {
    const callouts = new Map([["climber", { isLeader: false }]]);
    if (leader !== null) callouts.set(leader, { isLeader: true });
    useLeaderSound(callouts);
    return null;
  }

  it("is heard once, each", () => {
    const { rerender } = render(hear(<Callouts leader={null} />));
    for (const leader of ["a", "a", "b", null, "b"]) rerender(hear(<Callouts leader={leader} />));
    expect(heard).toEqual(["leader", "leader", "leader"]);
  });
});
