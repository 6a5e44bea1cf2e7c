import { useCallback, useEffect, useRef, useState } from "react";
import type { HostIdentity } from "../../backend/auth-outcome.ts";
import { backoffMs } from "../../backend/timers.ts";
import type { HostAuth } from "./host-auth.ts";

export type Presence =
  | { readonly kind: "asking" }
  /** `hasEnded`: somebody was there, and did not leave by the door. */
  | { readonly kind: "out"; readonly hasEnded: boolean }
  | { readonly kind: "in"; readonly host: HostIdentity };

interface Door {
  readonly presence: Presence;
  readonly enter: (host: HostIdentity) => void;
  readonly leave: () => void;
}

/** Who is there, asked anew whenever it may have changed. */
export function usePresence(auth: HostAuth): Door {
  const [presence, setPresence] = useState<Presence>({ kind: "asking" });
  /** Counts comings and goings: an answer that is older than one of them says nothing. */
  const moves = useRef(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isAsking = false;
    let isOver = false;
    const ask = async (failures: number) => {
      // The question itself may renew a token and so be told of.
      if (isAsking) return;
      isAsking = true;
      clearTimeout(timer);
      const move = moves.current;
      const host = await auth.whoIsThere().catch(() => undefined);
      isAsking = false;
      if (isOver) return;
      if (host === undefined) timer = setTimeout(() => void ask(failures + 1), backoffMs(failures));
      else if (move === moves.current) setPresence((before) => next(before, host));
    };
    const stop = auth.onChange(() => void ask(0));
    void ask(0);
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [auth]);
  const enter = useCallback((host: HostIdentity) => {
    moves.current += 1;
    setPresence({ kind: "in", host });
  }, []);
  const leave = useCallback(() => {
    moves.current += 1;
    setPresence({ kind: "out", hasEnded: false });
    void auth.signOut();
  }, [auth]);
  return { presence, enter, leave };
}

/** The same object while nothing has changed: the page does not begin anew. */
function next(before: Presence, host: HostIdentity | null): Presence {
  if (host === null) return before.kind === "out" ? before : { kind: "out", hasEnded: before.kind === "in" };
  const isSame =
    before.kind === "in" && before.host.email === host.email && before.host.isHost === host.isHost;
  return isSame ? before : { kind: "in", host };
}
