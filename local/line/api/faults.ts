/** What shall go wrong with one operation. */
export interface Fault {
  /** How often; without it until `clear`. */
  readonly times?: number | undefined;
  /** Waits before the answer. Real time. */
  readonly delayMs?: number | undefined;
  /** Answers this instead. 202 is the empty "still being prepared" of content. */
  readonly status?: number | undefined;
  /** Closes the connection instead of an answer. */
  readonly drop?: boolean | undefined;
  /** Does the work first, so that only the answer is lost. */
  readonly after?: boolean | undefined;
}

const MESSAGES: Readonly<Record<number, string>> = {
  401: "Authentication failed due to the following reason: fault",
  429: "The API rate limit has been exceeded. Try again later.",
  500: "Internal server error",
};

export function faultMessage(status: number): string {
  return MESSAGES[status] ?? `The local LINE stand-in was told to answer ${status}`;
}

/** Faults by operation name, such as `replyMessage`. */
export class Faults {
  readonly #names: ReadonlySet<string>;
  readonly #faults = new Map<string, { fault: Fault; left: number }>();

  constructor(names: Iterable<string>) {
    this.#names = new Set(names);
  }

  /** Adds or replaces faults; throws an `Error` on an operation that the stand-in does not have. */
  set(faults: Readonly<Record<string, Fault>>): void {
    for (const name of Object.keys(faults))
      if (!this.#names.has(name))
        throw new Error(`No operation ${name}; there are ${[...this.#names].join(", ")}`);
    for (const [name, fault] of Object.entries(faults))
      this.#faults.set(name, { fault, left: fault.times ?? Infinity });
  }

  clear(): void {
    this.#faults.clear();
  }

  all(): Record<string, Fault> {
    return Object.fromEntries([...this.#faults].map(([name, { fault }]) => [name, fault]));
  }

  /** The fault of this call, which is used up by asking. */
  next(name: string): Fault | undefined {
    const entry = this.#faults.get(name);
    if (!entry || entry.left < 1) return undefined;
    entry.left -= 1;
    if (entry.left < 1) this.#faults.delete(name);
    return entry.fault;
  }
}
