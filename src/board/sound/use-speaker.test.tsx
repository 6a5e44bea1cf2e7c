// @vitest-environment happy-dom
import { act, cleanup, fireEvent, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { scores } from "./score.ts";
import { useSpeaker } from "./use-speaker.ts";
import type { playNote } from "./voices.ts";

const played = vi.hoisted(() => vi.fn<typeof playNote>());
vi.mock("./voices.ts", () => ({ playNote: played }));
vi.mock("./hall.ts", () => ({ openHall: () => ({}) }));

let contexts: FakeContext[] = [];
/** As browsers have it: suspended, until it is resumed during a click or a key. */
class FakeContext extends EventTarget {
  state = "suspended";
  currentTime = 0;
  isGesture = false;
  constructor() {
    super();
    contexts.push(this);
  }
  resume = async () => {
    if (!this.isGesture) return;
    this.state = "running";
    this.dispatchEvent(new Event("statechange"));
  };
  close = async () => void (this.state = "closed");
}
const ramp = vi.fn<(to: number, at: number) => void>();
class FakeGain {
  gain = { setValueAtTime: () => undefined, linearRampToValueAtTime: ramp };
  connect = () => undefined;
}
const click = () =>
  act(async () => {
    for (const context of contexts) context.isGesture = true;
    fireEvent.pointerDown(document.body);
  });
async function open(isOn: boolean) {
  const rendered = renderHook(useSpeaker, { initialProps: isOn });
  await isLoaded();
  return rendered;
}
/** What makes the sound is fetched when it is wanted. */
const isLoaded = () => act(() => vi.dynamicImportSettled());
const notes = (): readonly unknown[] => played.mock.calls.map(([, , note]) => note);

beforeEach(() => {
  contexts = [];
  vi.stubGlobal("AudioContext", FakeContext);
  vi.stubGlobal("GainNode", FakeGain);
});
afterEach(() => {
  cleanup();
  played.mockReset();
  ramp.mockReset();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("B13: the screen's sound", () => {
  it("waits for a click, is heard then, and tells nothing later that came before", async () => {
    const { result } = await open(true);
    result.current.sound.play("leader");
    expect(result.current.isAllowed).toBe(false);
    expect(notes()).toEqual([]);
    await click();
    expect(result.current.isAllowed).toBe(true);
    expect(notes()).toEqual(scores.ready);
    await click();
    expect(notes()).toEqual(scores.ready);
  });

  it("lets the heavier moment be heard and fades the lighter one", async () => {
    const { result } = await open(true);
    await click();
    played.mockReset();
    result.current.sound.play("spotlight");
    result.current.sound.play("leader");
    expect(notes()).toEqual(scores.spotlight);
    ramp.mockReset();
    result.current.sound.play("time-up");
    expect(notes()).toEqual([...scores.spotlight, ...scores["time-up"]]);
    expect(ramp).toHaveBeenCalledTimes(1);
    result.current.sound.hush();
    result.current.sound.hush();
    expect(ramp).toHaveBeenCalledTimes(2);
  });

  it("needs no loudspeaker while it is off, and lets go of it", async () => {
    const { rerender, result } = await open(false);
    await click();
    expect(contexts).toEqual([]);
    rerender(true);
    await click();
    rerender(false);
    expect(contexts.map(({ state }) => state)).toEqual(["closed"]);
    expect(result.current.isAllowed).toBe(false);
    played.mockReset();
    result.current.sound.play("fanfare");
    expect(notes()).toEqual([]);
  });

  it("is silence where the browser has none to give", async () => {
    vi.spyOn(console, "info").mockReturnValue();
    vi.stubGlobal("AudioContext", () => {
      throw new DOMException("no device", "NotSupportedError");
    });
    const { result } = await open(true);
    await click();
    result.current.sound.play("fanfare");
    result.current.sound.hush();
    expect([result.current.isAllowed, notes()]).toEqual([false, []]);
  });
});
