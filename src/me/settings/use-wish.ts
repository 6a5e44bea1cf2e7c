import { useCallback, useEffect, useState } from "react";
import type { MyHistory } from "../../backend/my-history.ts";
import type { MyWish, WishChange, WishRefusal } from "../../backend/update-me.ts";
import type { MeBackend } from "../me-backend.ts";

/** What came of a change; `failed`: it may be tried again. */
export type WishOutcome = "saved" | WishRefusal | "reopen" | "failed";

export type ChangeWish = (change: WishChange) => Promise<WishOutcome>;

/** A history that was on its way when the wish was saved tells the old one. */
const OLD_NEWS_MS = 10_000;

/** What the guest wishes: as the history tells, and at once as it was saved here. Null before the history is known. */
export function useWish(
  history: MyHistory | null,
  update: MeBackend["update"],
  readAgain: () => void,
): { readonly wish: MyWish | null; readonly change: ChangeWish } {
  const [saved, setSaved] = useState<MyWish | null>(null);
  useEffect(() => {
    if (saved === null) return undefined;
    const timer = setTimeout(() => setSaved(null), OLD_NEWS_MS);
    return () => clearTimeout(timer);
  }, [saved]);
  const change = useCallback<ChangeWish>(
    async (wished) => {
      try {
        const answer = await update(wished);
        if (typeof answer === "string") return answer;
        setSaved(answer);
        readAgain();
        return "saved";
      } catch (error) {
        console.warn("the wish was not saved:", error instanceof Error ? error.name : "refused");
        return "failed";
      }
    },
    [update, readAgain],
  );
  return { wish: saved ?? (history === null ? null : wishOf(history)), change };
}

const wishOf = ({ displayName, heldName, isOffScreen, language, isNamedByHost }: MyHistory): MyWish => ({
  displayName,
  // It stays when a host has decided.
  heldName: isNamedByHost ? null : heldName,
  isOffScreen,
  language,
});
