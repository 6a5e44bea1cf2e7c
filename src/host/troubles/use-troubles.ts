import { useSyncExternalStore } from "react";
import type { TroublesBackend } from "./troubles-backend.ts";
import { type Troubles, TroublesStore } from "./troubles-store.ts";

/** One for the badge and the page together: nobody is asked twice. */
const stores = new WeakMap<TroublesBackend, TroublesStore>();

export function useTroubles(backend: TroublesBackend): {
  readonly troubles: Troubles;
  readonly store: TroublesStore;
} {
  const store = stores.get(backend) ?? new TroublesStore(backend);
  stores.set(backend, store);
  const troubles = useSyncExternalStore(store.subscribe, store.now);
  return { troubles, store };
}
