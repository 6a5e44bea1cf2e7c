import { randomBytes } from "node:crypto";
import type { Clock } from "../service.ts";
import type { PasswordVerifier, SrpExchange } from "./srp.ts";

/** A sign-in that waits for the client's next step. */
export type Challenge = { readonly clientId: string } & (
  | {
      readonly step: "PASSWORD_VERIFIER";
      /** Undefined for a user who does not exist, which only a wrong password must show. */
      readonly username: string | undefined;
      readonly userId: string;
      readonly exchange: SrpExchange;
      readonly stored: PasswordVerifier;
    }
  | { readonly step: "NEW_PASSWORD_REQUIRED"; readonly username: string }
);

const VALID_MS = 3 * 60_000; // a client's AuthSessionValidity unless it says otherwise

/** Open challenges by their session string; in memory, as a sign-in is begun anew after a restart. */
export class Challenges {
  readonly #clock: Clock;
  readonly #open = new Map<string, { readonly challenge: Challenge; readonly expiresAt: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The session string, base64. */
  open(challenge: Challenge): string {
    const now = this.#clock();
    for (const [session, { expiresAt }] of this.#open) if (expiresAt <= now) this.#open.delete(session);
    const session = randomBytes(96).toString("base64");
    this.#open.set(session, { challenge, expiresAt: now + VALID_MS });
    return session;
  }

  find(session: string): Challenge | undefined {
    const found = this.#open.get(session);
    return found && found.expiresAt > this.#clock() ? found.challenge : undefined;
  }

  close(session: string): void {
    this.#open.delete(session);
  }
}
