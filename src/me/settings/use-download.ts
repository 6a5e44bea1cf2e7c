import { useCallback, useEffect, useState } from "react";
import type { MyArchive } from "../../backend/my-archive.ts";
import type { DownloadBackend } from "./download-backend.ts";

export type DownloadState =
  | { readonly kind: "idle" | "ordering" | "failed" | "gone" | "reopen" }
  /** `isTroubled`: nobody answered the last question. */
  | { readonly kind: "known"; readonly archive: MyArchive; readonly isTroubled: boolean };

const LOOK_EVERY_MS = 1_500;
/** Before the address ends. */
const RENEW_EVERY_MS = 10 * 60_000;

/** P10: orders the archive and follows it until it is ready, and then keeps its address good. */
export function useDownload(backend: DownloadBackend): { state: DownloadState; order: () => void } {
  const [state, setState] = useState<DownloadState>({ kind: "idle" });
  const order = useCallback((): void => {
    setState({ kind: "ordering" });
    backend.order().then(
      (answer) => setState(toldBy(answer)),
      (error: unknown) => {
        console.warn("no archive was ordered:", nameOf(error));
        setState({ kind: "failed" });
      },
    );
  }, [backend]);
  useEffect(() => {
    if (state.kind !== "known") return undefined;
    return follow(backend, state.archive, setState);
  }, [backend, state]);
  return { state, order };
}

/** Asks once more after a while; what it sets leads to the next question. */
function follow(
  backend: DownloadBackend,
  archive: MyArchive,
  setState: (state: DownloadState) => void,
): () => void {
  let isOver = false;
  const set = (state: DownloadState): void => (isOver ? undefined : setState(state));
  const timer = setTimeout(
    () => {
      backend.look(archive.archiveId).then(
        (answer) => set(toldBy(answer)),
        (error: unknown) => {
          console.warn("the archive cannot be heard of:", nameOf(error));
          set({ kind: "known", archive, isTroubled: true });
        },
      );
    },
    archive.state === "ready" ? RENEW_EVERY_MS : LOOK_EVERY_MS,
  );
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

function toldBy(answer: MyArchive | null | "reopen"): DownloadState {
  if (answer === "reopen") return { kind: "reopen" };
  if (answer === null) return { kind: "gone" };
  if (answer.state === "failed") return { kind: "failed" };
  return { kind: "known", archive: answer, isTroubled: false };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "refused");
