import { isLiffStarted } from "./init-liff.ts";
import { liff } from "./liff.ts";

/** Opens an address in the phone's own browser: inside LINE nothing can be kept as a file. False outside of LINE. */
export function openOutside(url: string): boolean {
  if (!isLiffStarted() || !liff.isInClient()) return false;
  liff.openWindow({ url, external: true });
  return true;
}
