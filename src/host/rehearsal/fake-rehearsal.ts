import { seedRules } from "#domain/event-rules";
import type { RehearsalReport } from "#domain/rehearsal-report";
import type { HostRefusal } from "../../backend/host-refusal.ts";
import type { HostRehearsal } from "../../backend/host-rehearsal.ts";
import type { RehearsalBackend } from "./rehearsal-backend.ts";

export const goodReport: RehearsalReport = {
  sent: { photos: 200, sets: 21, unsent: 4, chats: 38, redelivered: 1, undelivered: 0 },
  stored: 196,
  shown: 189,
  guests: 71,
  ranked: 68,
  lost: 0,
  double: 0,
  findings: [],
  latenciesMs: {
    stored: { p50: 1_240, p95: 2_100, p99: 3_333, max: 4_870 },
    answered: { p50: 2_040, p95: 4_400, p99: 7_950, max: 9_100 },
  },
  readsForReal: false,
  rekognition: { faces: 200, moderation: 200, labels: 0, text: 0 },
  line: { replies: 214, expired: 1, pushes: 0, loadings: 200, profiles: 80, menus: 12, quotas: 0 },
  bytes: 412_000_000,
  startedAt: Date.UTC(2026, 10, 21, 3),
  sendsFrom: Date.UTC(2026, 10, 21, 3, 1),
  endedAt: Date.UTC(2026, 10, 21, 3, 8),
};

export const running: HostRehearsal = {
  rehearsalId: "played",
  boardId: "board-of-played",
  state: "running",
  phase: "sending",
  guests: 80,
  photos: 200,
  minutes: 5,
  readsForReal: false,
  startedAt: Date.UTC(2026, 10, 21, 3),
  sendsFrom: Date.UTC(2026, 10, 21, 3, 1),
  sentSoFar: 124,
  report: null,
};
export const finished: HostRehearsal = {
  ...running,
  state: "finished",
  phase: "done",
  sentSoFar: 200,
  report: goodReport,
};

/** An event whose rehearsal is what a test says. */
export class FakeRehearsal implements RehearsalBackend {
  stored: HostRehearsal | null = null;
  refusal: HostRefusal | "down" | null = null;
  /** Whether anything is left of what was played. */
  played: "open" | "erasing" | "erased" = "open";
  readonly calls: unknown[] = [];
  #tell: (told: HostRehearsal | null) => void = () => {};

  watch: RehearsalBackend["watch"] = (_eventId, { onRehearsal }) => {
    this.#tell = onRehearsal;
    const read = () => queueMicrotask(() => onRehearsal(this.stored));
    read();
    return { read, stop: () => {} };
  };
  start: RehearsalBackend["start"] = (...wish) =>
    this.#do(["start", ...wish], { ...running, phase: "drawing", startedAt: running.startedAt + 1 });
  wipe: RehearsalBackend["wipe"] = (...wish) => {
    this.played = "erasing";
    return this.#do(["wipe", ...wish], { ...(this.stored ?? finished), state: "wiped" });
  };
  event: RehearsalBackend["event"] = async (eventId) => ({
    state: eventId === "played" ? this.played : "open",
    moderation: "assist",
    rules: seedRules,
  });
  news = (told: HostRehearsal | null): void => {
    this.stored = told;
    this.#tell(told);
  };

  async #do(call: unknown, answer: HostRehearsal) {
    this.calls.push(call);
    if (this.refusal === "down") throw new Error("not reachable");
    if (this.refusal !== null) return this.refusal;
    this.stored = answer;
    return answer;
  }
}
