import { useBadge } from "../shell/signals.tsx";
import { troubleCount } from "./ringing.ts";
import type { TroublesBackend } from "./troubles-backend.ts";
import { useTroubles } from "./use-troubles.ts";

/** Shows the number of troubles in the navigation, whichever page is open; nothing itself. */
export function TroublesBadge({ backend }: { readonly backend: TroublesBackend }) {
  const { troubles } = useTroubles(backend);
  useBadge("troubles", troubleCount(troubles));
  return null;
}
