import { createContext, useContext, useEffect, useSyncExternalStore } from "react";
import { type Chat, chatOf, type Talk } from "./talk.ts";
import { TalkStore } from "./talk-store.ts";

export const TalkContext = createContext<TalkStore>(new TalkStore());

export function useTalkStore(): TalkStore {
  return useContext(TalkContext);
}

export function useTalk(): Talk {
  const store = useTalkStore();
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

/** A user's chat, kept up to date while the component is shown. */
export function useChat(userId: string): Chat {
  const store = useTalkStore();
  useEffect(() => store.watch(userId), [store, userId]);
  return chatOf(useTalk(), userId);
}
