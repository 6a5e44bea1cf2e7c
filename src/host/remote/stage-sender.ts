import type { StageMark } from "#domain/stage";
import type { HostStage } from "../../backend/host-event-shapes.ts";
import type { HostRefusal } from "../../backend/host-refusal.ts";
import type { StageOrder } from "../../backend/host-remote.ts";
import { Timers } from "../../backend/timers.ts";

/** Why a press came to nothing: `overtaken` by another host, `impossible` from the stage that it is. */
export type Refusal = "overtaken" | "impossible" | "gone" | "stopped";

/** What became of the last press. */
export type Sending =
  | { readonly kind: "idle"; readonly refused?: Refusal }
  | { readonly kind: "sending"; readonly target: StageMark; readonly isSlow: boolean }
  /** A moment after an answer: the second tap of a double tap means nothing. */
  | { readonly kind: "resting" };

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
const AGAIN_MS = [500, 1_000, 2_000, 4_000] as const;

/**
 * Brings one press at a time to the API: the same attempt again and again until it is answered, so that a lost answer
 * in a bad network is no second step.
 */
export class StageSender {
  readonly #ports: Ports;
  readonly #timers = new Timers<"try" | "slow" | "rest">();
  #order: StageOrder | undefined;
  #isResting = false;
  #failures = 0;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Nothing happens while a press is under way. */
  press(seen: HostStage, target: StageMark): void {
    if (this.#order !== undefined || this.#isResting) return;
    this.#order = { ...target, seen: seen.version, attempt: this.#ports.newAttempt() };
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

  /** Newer than what the press was made on: it has been carried out already, or will be refused. */
  hear(stage: HostStage): void {
    const order = this.#order;
    if (order === undefined || stage.version <= order.seen) return;
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
    const target = { name: order.name, ...(order.step !== undefined && { step: order.step }) };
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
    this.#timers.stop();
    if (refused !== undefined) return this.#ports.onSending({ kind: "idle", refused });
    this.#isResting = true;
    this.#ports.onSending({ kind: "resting" });
    this.#timers.after("rest", REST_MS, () => {
      this.#isResting = false;
      this.#ports.onSending({ kind: "idle" });
    });
  }
}

const refusals: Readonly<Record<HostRefusal["refused"], Refusal>> = {
  conflict: "overtaken",
  "bad-input": "impossible",
  gone: "gone",
};
