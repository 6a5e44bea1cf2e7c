import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { HostStage } from "../../backend/host-event-shapes.ts";
import { FakeEvents } from "../events/fake-events.ts";
import { type Sending, StageSender } from "./stage-sender.ts";

const seen: HostStage = { name: "reveal", step: 3, version: 7 };
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function open() {
  const backend = new FakeEvents();
  backend.save({ stage: { name: "reveal", step: 3, version: 7 } });
  const told: Sending[] = [];
  const stages: HostStage[] = [];
  let attempts = 0;
  const read = vi.fn();
  const sender = new StageSender(
    {
      send: (order) => backend.setStage("event-1", order),
      newAttempt: () => `attempt-${++attempts}`,
      onSending: (sending) => told.push(sending),
      onStage: (stage) => stages.push(stage),
      read,
    },
    seen.version,
  );
  return { backend, sender, told, stages, read };
}
const next = { name: "reveal", step: 4 } as const;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("a press", () => {
  it("is one step, told when it is answered", async () => {
    const { backend, sender, told, stages } = open();
    sender.press(seen, next);
    await pass(0);
    expect(backend.steps).toBe(1);
    expect(stages).toEqual([{ ...next, version: 8 }]);
    expect(told.at(-1)).toEqual({ kind: "resting" });
    await pass(1_000);
    expect(told.at(-1)).toEqual({ kind: "idle" });
  });

  it("twice in a row is one step: while it is sent, and a moment after", async () => {
    const { backend, sender } = open();
    sender.press(seen, next);
    sender.press(seen, next);
    await pass(300);
    sender.press({ ...next, version: 8 }, { name: "reveal", step: 5 });
    await pass(5_000);
    expect(backend.steps).toBe(1);
  });

  it.each([
    ["before it was carried out", false],
    ["after it was carried out", true],
  ])("that is lost on the way %s is repeated as the same attempt, and is one step", async (_, isAfter) => {
    const { backend, sender, told, stages } = open();
    backend.fault = { isAfter, times: 4 };
    sender.press(seen, next);
    await pass(20_000);
    expect(backend.steps).toBe(1);
    const attempts = backend.calls.map(([, order]) => order);
    expect(new Set(attempts.map((order) => JSON.stringify(order))).size).toBe(1);
    expect(stages).toEqual([{ ...next, version: 8 }]);
    expect(told).toContainEqual({ kind: "sending", target: next, isSlow: true });
    expect(told.at(-1)).toEqual({ kind: "idle" });
  });

  it("that nobody answers is sent again, and the late answer is no second step", async () => {
    const { backend, sender } = open();
    const { setStage } = backend;
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = new StageSender(
      {
        send: async (order) => {
          const answer = await setStage("event-1", order);
          await held;
          return answer;
        },
        newAttempt: () => "attempt-slow",
        onSending: () => {},
        onStage: () => {},
        read: () => {},
      },
      seen.version,
    );
    slow.press(seen, next);
    await pass(13_000);
    expect(backend.calls.length).toBeGreaterThan(1);
    release();
    await pass(10_000);
    expect(backend.steps).toBe(1);
    sender.stop();
  });

  it("on what another host has changed is refused and told, and the stage is read", async () => {
    const { backend, sender, told, read } = open();
    backend.setStageElsewhere({ name: "reveal", step: 2 });
    sender.press(seen, next);
    await pass(0);
    expect(told.at(-1)).toEqual({ kind: "resting", refused: "overtaken" });
    sender.hear(backend.now.stage);
    await pass(1_000);
    expect(told.at(-1)).toEqual({ kind: "idle", refused: "overtaken" });
    await pass(20_000);
    expect(told.at(-1)).toEqual({ kind: "idle" });
    expect(read).toHaveBeenCalledTimes(1);
    expect(backend.steps).toBe(0);
  });

  it("whose answer is lost is done when the news of it arrives", async () => {
    const { backend, sender, told } = open();
    backend.fault = { isAfter: true, times: 1_000 };
    sender.press(seen, next);
    await pass(100);
    sender.hear(backend.now.stage);
    expect(told.at(-1)).toEqual({ kind: "resting" });
    await pass(30_000);
    expect(backend.calls).toHaveLength(1);
  });

  it("is over when another host's step arrives first", async () => {
    const { backend, sender, told } = open();
    backend.fault = { isAfter: false, times: 1_000 };
    sender.press(seen, next);
    await pass(100);
    sender.hear({ name: "thanks", version: 8 });
    await pass(1_000);
    expect(told.at(-1)).toEqual({ kind: "idle", refused: "overtaken" });
  });

  it("right after another host's step was meant for what was shown before, and does nothing", async () => {
    const { backend, sender } = open();
    backend.setStageElsewhere(next);
    sender.hear(backend.now.stage);
    await pass(200);
    sender.press(backend.now.stage, { name: "reveal", step: 5 });
    await pass(1_000);
    expect(backend.calls).toEqual([]);
    sender.press(backend.now.stage, { name: "reveal", step: 5 });
    await pass(0);
    expect(backend.steps).toBe(1);
  });

  it("can be given up: nothing is sent any more", async () => {
    const { backend, sender, told, read } = open();
    backend.fault = { isAfter: false, times: 1_000 };
    sender.press(seen, next);
    await pass(3_000);
    const sent = backend.calls.length + (1_000 - backend.fault.times);
    sender.giveUp();
    expect(told.at(-1)).toEqual({ kind: "resting", refused: "stopped" });
    expect(read).toHaveBeenCalledTimes(1);
    await pass(60_000);
    expect(backend.calls.length + (1_000 - backend.fault.times)).toBe(sent);
    backend.fault = undefined;
    sender.press(seen, next);
    await pass(0);
    expect(backend.steps).toBe(1);
  });

  it("goes at once when the network is back", async () => {
    const { backend, sender } = open();
    backend.fault = { isAfter: false, times: 6 };
    sender.press(seen, next);
    await pass(10_000);
    backend.fault = undefined;
    sender.hurry();
    await pass(0);
    expect(backend.steps).toBe(1);
  });
});
