import { readMyHistory, subscribeToMe } from "../backend/my-history.ts";
import { watchMyHistory } from "../backend/watch-my-history.ts";
import { sessionParts } from "../liff/session-parts.ts";
import type { WatchMe } from "./use-my-history.ts";

/** The page's own history, as the backend tells it. */
export const watchMe: WatchMe = (listener) =>
  watchMyHistory({ session: sessionParts, read: readMyHistory, subscribe: subscribeToMe }, listener);
