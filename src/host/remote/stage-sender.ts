import type { StageWish } from "#domain/stage";
import type { HostStage } from "../../backend/host-event-shapes.ts";
import type { HostRefusal } from "../../backend/host-refusal.ts";
import type { StageOrder } from "../../backend/host-remote.ts";
import { Timers } from "../../backend/timers.ts";

/** Why a press came to nothing: `overtaken` by another host, `impossible` from the stage that it is. */
export type Refusal = "overtaken" | "impossible" | "gone" | "stopped";

/** What became of the last press. */
export type Sending =
  | { readonly kind: "idle"; readonly refused?: Refusal }
  | { readonly kind: "sending"; readonly target: StageWish; readonly isSlow: boolean }
  /** A moment after an answer, or after another host's step: a tap may have been meant for what was shown before. */
  | { readonly kind: "resting"; readonly refused?: Refusal };

interface Ports {
  readonly send: (order: StageOrder) => Promise<HostStage | HostRefusal>;
  readonly newAttempt: () => string;
  readonly onSending: (sending: Sending) => void;
  readonly onStage: (stage: HostStage) => void;
  /** Asks for the stage as it is now. */
  readonly read: () => void;
}

const TRY_MS = 6_000;
const SLOW_MS = 1_500;
const REST_MS = 600;
/** Long enough to be read, and gone before it is wrong. */
const REFUSED_MS = 12_000;
const AGAIN_MS = [500, 1_000, 2_000, 4_000] as const;

/**
 * Brings one press at a time to the API: the same attempt again and again until it is answered, so that a lost answer
 * in a bad network is no second step.
 */
export class StageSender {
  readonly #ports: Ports;
  readonly #timers = new Timers<"try" | "slow" | "rest" | "forget">();
  #order: StageOrder | undefined;
  #isResting = false;
  #refused: Refusal | undefined;
  #failures = 0;
  #newest: number;

  /** `newest`: the version of the stage that is shown. */
  constructor(ports: Ports, newest: number) {
    this.#ports = ports;
    this.#newest = newest;
  }

  /** Nothing happens while a press is under way. */
  press(seen: HostStage, target: StageWish): void {
    if (this.#order !== undefined || this.#isResting) return;
    this.#order = { ...target, seen: seen.version, attempt: this.#ports.newAttempt() };
    this.#refused = undefined;
    this.#timers.stop();
    this.#failures = 0;
    this.#ports.onSending({ kind: "sending", target, isSlow: false });
    this.#timers.after("slow", SLOW_MS, () => this.#tellSlow());
    this.#try();
  }

  /** The network is back, or somebody looks at the page again. */
  hurry(): void {
    if (this.#order !== undefined && this.#failures > 0) this.#try();
  }

  /** Stops repeating; what is on its way may still arrive. */
  giveUp(): void {
    if (this.#order === undefined) return;
    this.#end("stopped");
    this.#ports.read();
  }

  /** A stage that may be newer than what a press was made on: that one was carried out already, or will be refused. */
  hear(stage: HostStage): void {
    if (stage.version <= this.#newest) return;
    this.#newest = stage.version;
    const order = this.#order;
    if (order === undefined) return this.#rest();
    const isWanted =
      stage.version === order.seen + 1 && stage.name === order.name && stage.step === order.step;
    this.#end(isWanted ? undefined : "overtaken");
  }

  stop(): void {
    this.#order = undefined;
    this.#timers.stop();
  }

  #try(): void {
    const order = this.#order;
    if (order === undefined) return;
    // Also when a try hangs: some networks swallow requests without a word.
    this.#timers.after("try", TRY_MS, () => this.#tryAgain());
    this.#ports.send(order).then(
      (answer) => this.#onAnswer(order, answer),
      (error: unknown) => {
        console.warn("the stage may not have been set", error);
        if (this.#order !== order) return;
        const waitMs = AGAIN_MS[Math.min(this.#failures, AGAIN_MS.length - 1)] ?? TRY_MS;
        this.#timers.after("try", waitMs, () => this.#tryAgain());
      },
    );
  }

  #tryAgain(): void {
    this.#failures += 1;
    this.#tellSlow();
    this.#try();
  }

  #tellSlow(): void {
    const order = this.#order;
    if (order === undefined) return;
    const { seen: _seen, attempt: _attempt, ...target } = order;
    this.#ports.onSending({ kind: "sending", target, isSlow: true });
  }

  #onAnswer(order: StageOrder, answer: HostStage | HostRefusal): void {
    if (!("refused" in answer)) this.#ports.onStage(answer);
    if (this.#order !== order) return;
    if (!("refused" in answer)) return this.#end(undefined);
    this.#end(refusals[answer.refused]);
    this.#ports.read();
  }

  #end(refused: Refusal | undefined): void {
    this.#order = undefined;
    this.#refused = refused;
    this.#timers.stop();
    if (refused !== undefined) this.#timers.after("forget", REFUSED_MS, () => this.#forget());
    this.#rest();
  }

  #rest(): void {
    this.#isResting = true;
    this.#tellState();
    this.#timers.after("rest", REST_MS, () => {
      this.#isResting = false;
      this.#tellState();
    });
  }

  #forget(): void {
    this.#refused = undefined;
    this.#tellState();
  }

  #tellState(): void {
    if (this.#order !== undefined) return;
    const kind = this.#isResting ? "resting" : "idle";
    this.#ports.onSending({ kind, ...(this.#refused !== undefined && { refused: this.#refused }) });
  }
}

const refusals: Readonly<Record<HostRefusal["refused"], Refusal>> = {
  conflict: "overtaken",
  "bad-input": "impossible",
  gone: "gone",
};
