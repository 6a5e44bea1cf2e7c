import { useState } from "react";
import type { AuthRefusal, AuthRefused, ResetOutcome, SignInOutcome } from "../../backend/auth-outcome.ts";

interface Attempt {
  readonly isBusy: boolean;
  readonly refusal: AuthRefusal | null;
  readonly refuse: (reason: AuthRefusal) => void;
  /** Gives the outcome back unless it was a refusal, which `refusal` then says. */
  readonly run: <Outcome extends SignInOutcome | ResetOutcome>(
    ask: () => Promise<Outcome>,
  ) => Promise<Exclude<Outcome, AuthRefused> | undefined>;
}

/** What is under way at the door, and why it was refused last. */
export function useAttempt(): Attempt {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AuthRefusal | null>(null);
  return {
    isBusy,
    refusal,
    refuse: setRefusal,
    run: async (ask) => {
      setBusy(true);
      setRefusal(null);
      const outcome = await ask();
      setBusy(false);
      if (isWanted(outcome)) return outcome;
      if (outcome.kind === "refused") setRefusal(outcome.reason);
      return undefined;
    },
  };
}

function isWanted<Outcome extends SignInOutcome | ResetOutcome>(
  outcome: Outcome,
): outcome is Exclude<Outcome, AuthRefused> {
  return outcome.kind !== "refused";
}
