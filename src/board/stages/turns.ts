/** G8: how long each of the two has the screen. */
export const TURN_MS = 45_000;

/** G8: which of the two has the screen at a time of the server's clock: the same on every screen. */
export function turnAt(serverMs: number): "ranking" | "wall" {
  return Math.floor(serverMs / TURN_MS) % 2 === 0 ? "ranking" : "wall";
}
