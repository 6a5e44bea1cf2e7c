/** What is left of a round, as a clock shows it: `4:07`; never below `0:00`. */
export function countdownText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** G8: how long each of the two has the screen. */
export const TURN_MS = 45_000;

/** G8: which of the two has the screen at a time of the server's clock: the same on every screen. */
export function turnAt(serverMs: number): "ranking" | "wall" {
  return Math.floor(serverMs / TURN_MS) % 2 === 0 ? "ranking" : "wall";
}
