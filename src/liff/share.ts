import { isLiffStarted } from "./init-liff.ts";
import { liff } from "./liff.ts";
import { shareMessage, type SharedCard } from "./share-message.ts";

/** Lets the guest choose whom to send a card to; null where LINE cannot do it. The returned function rejects when it fails. */
export function shareTarget(): ((card: SharedCard) => Promise<"shared" | "cancelled">) | null {
  if (!isLiffStarted() || !liff.isApiAvailable("shareTargetPicker")) return null;
  return async (card) => {
    const answer = await liff.shareTargetPicker([shareMessage(card)], { isMultiple: true });
    return answer?.status === "success" ? "shared" : "cancelled";
  };
}
