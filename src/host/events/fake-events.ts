import type { AwardPhoto } from "#domain/awards";
import type { EventState } from "#domain/event";
import { nextStage } from "#domain/stage";
import type { HostEvent, HostStage, RulesJob } from "../../backend/host-event-shapes.ts";
import type { HostRefusal } from "../../backend/host-refusal.ts";
import type { StageOrder } from "../../backend/host-remote.ts";
import type { RemoteBackend } from "../remote/remote-backend.ts";
import { exampleEvent } from "./example-event.ts";
import type { EventListBackend, SettingsBackend } from "./events-backend.ts";

const conflict: HostRefusal = { refused: "conflict", words: "somebody was faster" };
const running: RulesJob = { jobId: "job-1", state: "running", total: null, done: 0, movedAt: 0, version: 1 };

/**
 * For tests: one event in memory that keeps versions and attempts as the API does, and that other hosts change by hand.
 * `fault`, where it is set, is what the next calls meet before (or, with `isAfter`, after) they were carried out.
 */
export class FakeEvents implements EventListBackend, SettingsBackend, RemoteBackend {
  all: HostEvent[];
  fault: { readonly isAfter: boolean; times: number } | undefined;
  /** What was ordered, in order. */
  readonly calls: (readonly [name: string, ...rest: unknown[]])[] = [];
  basicId: string | null = "@egao";
  /** Steps that were really taken. */
  steps = 0;
  readonly #events = new Set<(event: HostEvent | null) => void>();
  readonly #stages = new Set<(stage: HostStage) => void>();
  readonly #jobs = new Set<(job: RulesJob | null) => void>();
  #job: RulesJob = running;
  #lastAttempt: string | undefined;

  constructor(all: readonly HostEvent[] = [exampleEvent]) {
    this.all = [...all];
  }

  get now(): HostEvent {
    const [first] = this.all;
    if (first === undefined) throw new Error("the fake holds no event");
    return first;
  }

  readonly events = async (state: EventState) =>
    this.#answer(() => this.all.filter((event) => event.state === state));
  readonly totals = async () => ({ guests: 84, photos: 212 });
  readonly event = async () => this.now;
  readonly botBasicId = async () => this.basicId;

  readonly create: EventListBackend["create"] = (wish) =>
    this.#answer(() => {
      this.calls.push(["create", wish]);
      return { ...exampleEvent, ...wish, eventId: "event-new" };
    });

  readonly watch: SettingsBackend["watch"] = (_eventId, { onEvent }) => {
    this.#events.add(onEvent);
    const read = () => queueMicrotask(() => onEvent(this.all[0] ?? null));
    read();
    return { read, stop: () => this.#events.delete(onEvent) };
  };

  readonly update: SettingsBackend["update"] = (_eventId, seen, change) =>
    this.#answer(() => {
      this.calls.push(["update", seen, change]);
      if (seen !== this.now.version) return conflict;
      return this.save({ ...change, version: seen + 1 });
    });

  readonly renewBoard: SettingsBackend["renewBoard"] = (_eventId, seen) =>
    this.#answer(() => {
      this.calls.push(["renewBoard", seen]);
      return seen === this.now.version ? this.save({ boardId: "board-2", version: seen + 1 }) : conflict;
    });

  readonly duplicate: SettingsBackend["duplicate"] = (eventId, copy) =>
    this.#answer(() => {
      this.calls.push(["duplicate", eventId, copy]);
      return { ...this.now, ...copy, eventId: "event-copy", version: 1 };
    });

  readonly changeRules: SettingsBackend["changeRules"] = (_eventId, rules, seenJobId) =>
    this.#answer(() => {
      this.calls.push(["changeRules", rules]);
      const { rules: formerRules, version, rulesJobId } = this.now;
      if (rulesJobId !== seenJobId) return { refused: "conflict", words: "" };
      this.save({ rules, formerRules, rulesJobId: running.jobId, version: version + 1 });
      return running;
    });

  readonly undoRules: SettingsBackend["undoRules"] = () =>
    this.#answer(() => {
      this.calls.push(["undoRules"]);
      const { rules, formerRules, version } = this.now;
      if (formerRules === null) return { refused: "bad-input", words: "nothing to undo" };
      this.save({ rules: formerRules, formerRules: rules, version: version + 1 });
      return running;
    });

  readonly watchJob: SettingsBackend["watchJob"] = (_jobId, onJob) => {
    this.#jobs.add(onJob);
    queueMicrotask(() => onJob(this.#job));
    return { stop: () => this.#jobs.delete(onJob) };
  };

  readonly setStage: RemoteBackend["setStage"] = (_eventId, order) =>
    this.#answer(() => {
      this.calls.push(["setStage", order]);
      return this.#step(order);
    });

  /** The ranking, best first, and how many photos are being read. */
  ranking: readonly { readonly guestId: string; readonly displayName: string }[] = [];
  underway = 0;
  /** What side prizes are made of. */
  awardPhotos: readonly AwardPhoto[] = [];
  readonly readAwardPhotos = async () => this.awardPhotos;
  readonly readRanking = async () => this.ranking;
  readonly readUnderway = async () => this.underway;

  readonly watchStage: RemoteBackend["watchStage"] = (_names, { onStage }) => {
    this.#stages.add(onStage);
    const read = () => queueMicrotask(() => onStage(this.now.stage));
    return { read, stop: () => this.#stages.delete(onStage) };
  };

  /** A change by anybody, told to whoever watches. */
  save(change: Partial<HostEvent>): HostEvent {
    const saved = { ...this.now, ...change };
    this.all = [saved, ...this.all.slice(1)];
    for (const tell of this.#events) tell(saved);
    return saved;
  }

  tellJob(job: Partial<RulesJob>): void {
    this.#job = { ...running, ...job };
    for (const tell of this.#jobs) tell(this.#job);
  }

  /** Another host sets the stage. */
  setStageElsewhere(stage: Omit<HostStage, "version">): void {
    const told = { ...stage, version: this.now.stage.version + 1 };
    this.#lastAttempt = undefined;
    this.all = [{ ...this.now, stage: told }, ...this.all.slice(1)];
    for (const tell of this.#stages) tell(told);
  }

  #step({ seen, attempt, ...wish }: StageOrder): HostStage | HostRefusal {
    const { stage } = this.now;
    if (attempt === this.#lastAttempt && stage.version === seen + 1) return stage;
    if (stage.version !== seen) return conflict;
    const { version: _version, ...now } = stage;
    const next: HostStage = { ...nextStage(now, wish, Date.now()), version: seen + 1 };
    this.#lastAttempt = attempt;
    this.steps += 1;
    this.all = [{ ...this.now, stage: next }, ...this.all.slice(1)];
    return next;
  }

  async #answer<T>(act: () => T): Promise<T> {
    const { fault } = this;
    if (fault === undefined || fault.times === 0) return act();
    fault.times -= 1;
    if (fault.isAfter) act();
    throw new Error("the network is gone");
  }
}
