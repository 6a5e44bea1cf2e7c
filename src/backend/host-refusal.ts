import { isRecord } from "./parse.ts";

/**
 * What a host can do something about: `conflict` when another host was faster, `gone` when there is no such thing (any
 * more), `bad-input` with words that name the member. A value, where everything else that goes wrong is thrown.
 */
export interface HostRefusal {
  readonly refused: "conflict" | "gone" | "bad-input";
  readonly words: string;
}

const kinds: Readonly<Record<string, HostRefusal["refused"]>> = {
  Conflict: "conflict",
  NotFound: "gone",
  BadInput: "bad-input",
};

/** Turns the refusals among what `request` of the client rejects with into values; rejects with the others. */
export async function orRefusal<T>(answer: Promise<T>): Promise<T | HostRefusal> {
  try {
    return await answer;
  } catch (error) {
    const refusal = hostRefusalOf(error);
    if (refusal === undefined) throw error;
    return refusal;
  }
}

/** Undefined for everything that is no refusal. */
export function hostRefusalOf(error: unknown): HostRefusal | undefined {
  const entries = isRecord(error) && Array.isArray(error["errors"]) ? error["errors"].filter(isRecord) : [];
  return entries
    .map(({ errorType, message }): HostRefusal | undefined => {
      const refused = kinds[String(errorType)];
      return refused === undefined ? undefined : { refused, words: String(message) };
    })
    .find((refusal) => refusal !== undefined);
}
