import { expect, test } from "vitest";
import { Gate } from "./gate.ts";

test("a gate lets nobody in while it is shut, and is shut when everybody has left", async () => {
  const gate = new Gate();
  const done: string[] = [];
  let leave = (): void => {};
  const inside = gate.through(() => new Promise<void>((resolve) => (leave = resolve)));
  await Promise.resolve();
  const shut = gate.shut().then(() => done.push("shut"));
  const late = gate.through(async () => done.push("late"));
  await Promise.resolve();
  expect(done).toEqual([]);
  leave();
  await Promise.all([inside, shut]);
  expect(done).toEqual(["shut"]);
  gate.open();
  await late;
  expect(done).toEqual(["shut", "late"]);
});

test("what fails inside leaves too", async () => {
  const gate = new Gate();
  await expect(gate.through(() => Promise.reject(new Error("no signal")))).rejects.toThrow("no signal");
  await expect(gate.shut()).resolves.toBeUndefined();
});

test("shut twice, it is opened once; opened and shut at once, it lets nobody in", async () => {
  const gate = new Gate();
  const done: string[] = [];
  await gate.shut();
  const early = gate.through(async () => done.push("early"));
  await gate.shut();
  gate.open();
  await gate.shut();
  await Promise.resolve();
  expect(done).toEqual([]);
  gate.open();
  await early;
  expect(done).toEqual(["early"]);
});
