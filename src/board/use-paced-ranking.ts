import { useEffect, useRef, useState } from "react";
import type { RankedStanding } from "#domain/board";
import { climbsBetween, newLeader, nextPace, unmoved } from "./ranking-pace.ts";

/** How long a climb or a new leader is called out, in ms. */
const CALLOUT_MS = 6_000;

export interface Callout {
  readonly guestId: string;
  /** Places climbed; 0 for a new leader who climbed less than is called out. */
  readonly climbed: number;
  readonly isLeader: boolean;
  readonly until: number;
}

export interface PacedRanking {
  readonly rows: readonly RankedStanding[];
  readonly callouts: ReadonlyMap<string, Callout>;
}

/** The ranking at a pace that eyes can follow, with what is to be called out now. */
export function usePacedRanking(wanted: readonly RankedStanding[]): PacedRanking {
  const pace = useRef({ ...unmoved, shown: wanted });
  const [turn, setTurn] = useState(0);
  const [paced, setPaced] = useState<PacedRanking>({ rows: wanted, callouts: new Map() });

  useEffect(() => {
    const now = Date.now();
    const before = pace.current.shown;
    const { waitMs, ...next } = nextPace(pace.current, wanted, now);
    pace.current = next;
    if (next.shown !== before) {
      setPaced(({ callouts }) => ({
        rows: next.shown,
        callouts: merged(callouts, calloutsBetween(before, next.shown, now), now),
      }));
    }
    if (waitMs <= 0) return;
    const timer = setTimeout(() => setTurn((turns) => turns + 1), waitMs);
    return () => clearTimeout(timer);
  }, [wanted, turn]);

  useEffect(() => {
    if (paced.callouts.size === 0) return;
    const timer = setTimeout(
      () => setPaced(({ rows, callouts }) => ({ rows, callouts: merged(callouts, [], Date.now()) })),
      Math.max(0, Math.min(...[...paced.callouts.values()].map((callout) => callout.until)) - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [paced.callouts]);

  return paced;
}

function calloutsBetween(
  before: readonly RankedStanding[],
  after: readonly RankedStanding[],
  now: number,
): Callout[] {
  const climbs = climbsBetween(before, after);
  const leader = newLeader(before, after);
  const guestIds = new Set([...climbs.keys(), ...(leader === null ? [] : [leader])]);
  return [...guestIds].map((guestId) => ({
    guestId,
    climbed: climbs.get(guestId) ?? 0,
    isLeader: guestId === leader,
    until: now + CALLOUT_MS,
  }));
}

function merged(known: ReadonlyMap<string, Callout>, added: readonly Callout[], now: number) {
  const current = [...known.values(), ...added].filter((callout) => callout.until > now);
  const hasNewLeader = added.some((callout) => callout.isLeader);
  return new Map(
    current
      .filter((callout) => !(hasNewLeader && callout.isLeader && !added.includes(callout)))
      .map((callout) => [callout.guestId, callout]),
  );
}
