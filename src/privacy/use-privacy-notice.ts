import { useCallback, useEffect, useState } from "react";
import { readJoinCode } from "#domain/join-code";
import type { PrivacyNotice } from "../backend/privacy-notice.ts";

export type ReadNotice = (joinCode: string) => Promise<PrivacyNotice | null>;

export type NoticeState =
  | { readonly kind: "loading" | "failed" | "unknown" }
  | { readonly kind: "known"; readonly notice: PrivacyNotice };

/** What came of one attempt. */
interface Outcome {
  readonly joinCode: string;
  readonly attempt: number;
  readonly state: NoticeState;
}

/** The notice behind a code as somebody wrote it, and a way to ask once more; a connection that is back does so itself. */
export function usePrivacyNotice(
  read: ReadNotice,
  written: string,
): { readonly state: NoticeState; readonly retry: () => void } {
  const joinCode = readJoinCode(written);
  const [outcome, setOutcome] = useState<Outcome>();
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  useEffect(() => {
    if (joinCode === undefined) return undefined;
    let isOver = false;
    const settle = (state: NoticeState) => {
      if (!isOver) setOutcome({ joinCode, attempt, state });
    };
    read(joinCode).then(
      (notice) => settle(notice === null ? { kind: "unknown" } : { kind: "known", notice }),
      () => settle({ kind: "failed" }),
    );
    return () => {
      isOver = true;
    };
  }, [read, joinCode, attempt]);
  const isCurrent = outcome?.joinCode === joinCode && outcome?.attempt === attempt;
  const state: NoticeState =
    joinCode === undefined ? { kind: "unknown" } : isCurrent && outcome ? outcome.state : { kind: "loading" };
  useEffect(() => {
    if (state.kind !== "failed") return undefined;
    addEventListener("online", retry);
    return () => removeEventListener("online", retry);
  }, [state.kind, retry]);
  return { state, retry };
}
