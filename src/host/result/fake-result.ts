import type { HostEvent, HostStage } from "../../backend/host-event-shapes.ts";
import { exampleEvent } from "../events/example-event.ts";
import type { PrintBackend } from "../print/print-backend.ts";
import type { ScoredName } from "./result-backend.ts";

/** For tests: twelve guests whose readings are known but for the last one's; the second and the third are tied. */
export const exampleRanking: readonly ScoredName[] = Array.from({ length: 12 }, (_, index) => ({
  guestId: `g${index + 1}`,
  displayName: `花子${index + 1}`,
  score: index === 2 ? 299 : 300 - index,
}));

/** For tests: an event whose stage others set by hand. */
export class FakeResult implements PrintBackend {
  event: HostEvent | null;
  ranking: readonly ScoredName[] = exampleRanking;
  basicId: string | null = "@egao";
  readonly #stages = new Set<(stage: HostStage) => void>();

  constructor(stage: HostStage = exampleEvent.stage) {
    this.event = { ...exampleEvent, stage };
  }

  readonly watch: PrintBackend["watch"] = (_eventId, { onEvent }) => {
    const read = () => queueMicrotask(() => onEvent(this.event));
    read();
    return { read, stop: () => {} };
  };
  readonly watchStage: PrintBackend["watchStage"] = (_names, { onStage }) => {
    this.#stages.add(onStage);
    return { read: () => {}, stop: () => this.#stages.delete(onStage) };
  };
  readonly readRanking = async () => this.ranking;
  readonly readGuest = async (_eventId: string, guestId: string) => ({
    reading: guestId === "g12" ? null : `はなこ ${guestId}`,
  });
  readonly botBasicId = async () => this.basicId;

  setStage(stage: HostStage): void {
    for (const tell of this.#stages) tell(stage);
  }
}
