import type { Clock } from "../service.ts";
import { notAuthorized } from "./context.ts";

const FREE_FAILURES = 5;
const LONGEST_LOCK_MS = 15 * 60_000;

/** After five wrong passwords a user is locked out for a second, and twice as long with each further one. */
export class FailedAttempts {
  readonly #clock: Clock;
  readonly #users = new Map<string, { failures: number; lockedUntil: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Throws while the user is locked out. */
  check(user: string): void {
    if ((this.#users.get(user)?.lockedUntil ?? 0) > this.#clock())
      throw notAuthorized("Password attempts exceeded");
  }

  failed(user: string): void {
    const failures = (this.#users.get(user)?.failures ?? 0) + 1;
    const lockMs =
      failures < FREE_FAILURES ? 0 : Math.min(LONGEST_LOCK_MS, 1000 * 2 ** (failures - FREE_FAILURES));
    this.#users.set(user, { failures, lockedUntil: this.#clock() + lockMs });
  }

  succeeded(user: string): void {
    this.#users.delete(user);
  }
}
