import { type DeletionReport, remainsAfter } from "#domain/deletion-report";
import type { HostRefusal } from "../../backend/host-refusal.ts";
import type { Ending } from "../../backend/host-retention.ts";
import type { FakeEvents } from "../events/fake-events.ts";
import type { RetentionBackend } from "./retention-backend.ts";

const ENDED_AT = new Date(2026, 11, 1, 10, 30).getTime();

export const exampleReport: DeletionReport = {
  orderedAt: ENDED_AT - 600_000,
  endedAt: ENDED_AT,
  rounds: 2,
  deleted: {
    guests: 84,
    photos: 212,
    originals: 210,
    copies: 420,
    archives: 3,
    exports: 2,
    letters: 0,
    entries: 58,
  },
  remains: remainsAfter(ENDED_AT),
};

/** The end of the event that a fake of events holds. For tests. */
export class FakeRetention implements RetentionBackend {
  /** What was ordered, in order. */
  readonly calls: (readonly [name: string, ...rest: unknown[]])[] = [];
  /** What the next order comes to instead. */
  refusal: HostRefusal | undefined;
  isOffline = false;
  known: DeletionReport | null = exampleReport;
  ending: Ending | null = null;
  readonly #events: FakeEvents;
  readonly #listeners = new Set<(ending: Ending | null) => void>();

  constructor(events: FakeEvents) {
    this.#events = events;
  }

  readonly keepUntil: RetentionBackend["keepUntil"] = async (_eventId, seen, retentionEndsAt, title) => {
    this.calls.push(["keepUntil", seen, retentionEndsAt, title]);
    return this.#answer({ retentionEndsAt });
  };

  readonly endEvent: RetentionBackend["endEvent"] = async (_eventId, seen, title) => {
    this.calls.push(["endEvent", seen, title]);
    return this.#answer({ state: "erasing" });
  };

  readonly watchEnding: RetentionBackend["watchEnding"] = (_eventId, onEnding) => {
    this.#listeners.add(onEnding);
    queueMicrotask(() => onEnding(this.ending));
    return { stop: () => this.#listeners.delete(onEnding) };
  };

  readonly report: RetentionBackend["report"] = async () => {
    this.#mayFail();
    return this.known;
  };

  tell(ending: Ending): void {
    this.ending = ending;
    for (const listener of this.#listeners) listener(ending);
  }

  #answer(change: Parameters<FakeEvents["save"]>[0]) {
    this.#mayFail();
    return this.refusal ?? this.#events.save({ ...change, version: this.#events.now.version + 1 });
  }

  #mayFail(): void {
    if (this.isOffline) throw new Error("the network is gone");
  }
}
