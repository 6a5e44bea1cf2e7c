import { useCallback, useEffect, useState } from "react";
import { readJoinCode } from "#domain/join-code";
import type { PrivacyNotice } from "../backend/privacy-notice.ts";

export type ReadNotice = (joinCode: string) => Promise<PrivacyNotice | null>;

export type NoticeState =
  | { readonly kind: "loading" | "failed" | "unknown" }
  | { readonly kind: "known"; readonly notice: PrivacyNotice };

/** The notice behind a code as somebody wrote it, and a way to ask once more; a connection that is back does so itself. */
export function usePrivacyNotice(
  read: ReadNotice,
  written: string,
): { readonly state: NoticeState; readonly retry: () => void } {
  const joinCode = readJoinCode(written);
  const [state, setState] = useState<NoticeState>({ kind: "loading" });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  useEffect(() => {
    let isOver = false;
    const settle = (next: NoticeState) => {
      if (!isOver) setState(next);
    };
    setState({ kind: joinCode === undefined ? "unknown" : "loading" });
    if (joinCode !== undefined)
      read(joinCode).then(
        (notice) => settle(notice === null ? { kind: "unknown" } : { kind: "known", notice }),
        () => settle({ kind: "failed" }),
      );
    return () => {
      isOver = true;
    };
  }, [read, joinCode, attempt]);
  useEffect(() => {
    if (state.kind !== "failed") return undefined;
    addEventListener("online", retry);
    return () => removeEventListener("online", retry);
  }, [state.kind, retry]);
  return { state, retry };
}
