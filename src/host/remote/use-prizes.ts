import { useCallback, useEffect, useMemo, useState } from "react";
import { type AwardId } from "#domain/award-id";
import { type Award, type AwardPhoto, awardsOf } from "#domain/awards";
import type { RemoteBackend } from "./remote-backend.ts";

export type PrizesState = "reading" | "failed" | "ready";

export interface Prizes {
  readonly state: PrizesState;
  /** All that somebody earned, with those passed over left out. */
  readonly earned: readonly Award[];
  readonly chosen: ReadonlySet<AwardId>;
  readonly skipped: ReadonlyMap<string, string>;
  readonly isOnePerGuest: boolean;
  readonly choose: (award: AwardId, isChosen: boolean) => void;
  readonly skip: (award: Award) => void;
  readonly callAgain: (guestId: string) => void;
  readonly setOnePerGuest: (isOn: boolean) => void;
  readonly readAgain: () => void;
}

/** W: what there is to give, and what the host wants of it. */
export function usePrizes(readPhotos: () => ReturnType<RemoteBackend["readAwardPhotos"]>): Prizes {
  const [photos, setPhotos] = useState<readonly AwardPhoto[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  const [unwanted, setUnwanted] = useState<ReadonlySet<AwardId>>(new Set());
  const [skipped, setSkipped] = useState<ReadonlyMap<string, string>>(new Map());
  const [isOnePerGuest, setOnePerGuest] = useState(true);
  useEffect(() => {
    let isOver = false;
    const end = (found: readonly AwardPhoto[] | null) => {
      if (isOver) return;
      setPhotos(found);
      setFailed(found === null);
    };
    readPhotos().then(end, () => end(null));
    return () => {
      isOver = true;
    };
  }, [readPhotos, turn]);
  const earned = useMemo(
    () => awardsOf(photos ?? [], { skipped: [...skipped.keys()], isOnePerGuest }),
    [photos, skipped, isOnePerGuest],
  );
  const chosen = useMemo(
    () => new Set(earned.flatMap(({ award }) => (unwanted.has(award) ? [] : [award]))),
    [earned, unwanted],
  );
  const choose = useCallback((award: AwardId, isChosen: boolean) => {
    setUnwanted(
      (before) => new Set(isChosen ? [...before].filter((one) => one !== award) : [...before, award]),
    );
  }, []);
  const skip = useCallback(({ guestId, displayName }: Award) => {
    setSkipped((before) => new Map([...before, [guestId, displayName]]));
  }, []);
  const callAgain = useCallback((guestId: string) => {
    setSkipped((before) => new Map([...before].filter(([id]) => id !== guestId)));
  }, []);
  const readAgain = useCallback(() => {
    setFailed(false);
    setPhotos(null);
    setTurn((turns) => turns + 1);
  }, []);
  const state = hasFailed ? "failed" : photos === null ? "reading" : "ready";
  return {
    state,
    earned,
    chosen,
    skipped,
    isOnePerGuest,
    choose,
    skip,
    callAgain,
    setOnePerGuest,
    readAgain,
  };
}
