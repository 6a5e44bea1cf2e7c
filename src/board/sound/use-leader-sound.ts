import { useEffect } from "react";
import { useSound } from "./sound.ts";

/** Heard when somebody takes the first place from another. `callouts`: what is called out now, by guest. */
export function useLeaderSound(callouts: ReadonlyMap<string, { readonly isLeader: boolean }>): void {
  const { play } = useSound();
  const leader = [...callouts].find(([, { isLeader }]) => isLeader)?.[0];
  useEffect(() => {
    if (leader !== undefined) play("leader");
  }, [leader, play]);
}
