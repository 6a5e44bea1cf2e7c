import { beforeEach, describe, expect, it } from "vitest";
import { createWorld, demoEvent, OPENED_AT, type World } from "../line-worker/in-memory-world.ts";
import { InMemoryEventStore } from "../shared/in-memory-event-store.ts";
import type { EventStore } from "../shared/ports/event-store.ts";
import { createEvent } from "./create-event.ts";
import type { HostPorts } from "./host-ports.ts";
import { hostPortsOf, orderOf } from "./in-memory-host.ts";
import { setStage } from "./set-stage.ts";

const prize = { award: "best-pair", guestId: "g1", photoId: "p1", value: 181.5 };

let world: World;
let events: InMemoryEventStore;
let ports: HostPorts;
let eventId: string;
beforeEach(async () => {
  world = createWorld();
  events = new InMemoryEventStore();
  ports = { ...hostPortsOf(world), events };
  const { eventId: _none, ...hanako } = orderOf("", "createEvent");
  const { closesAt } = demoEvent;
  const event = await createEvent(ports, hanako, { title: "A", opensAt: OPENED_AT, closesAt });
  eventId = "eventId" in event ? event.eventId : "";
  events.ranked.set(eventId, ["g1", "g2"]);
});

const set = (name: string, seen: number, attempt: string, step?: number, actor = "hanako") =>
  setStage(ports, orderOf(eventId, "setStage", actor), {
    name,
    seen,
    attempt,
    ...(step !== undefined && { step }),
  });
const stage = async () => (await events.hostedEvent(eventId))?.stage;
const steps = () =>
  [...world.hosts.audit.values()]
    .filter(({ action, isDone }) => action === "setStage" && isDone)
    .map(({ before, after }) => [before, after]);

describe("the stage", () => {
  it("G1, G3: is set step by step, told to the boards and written down", async () => {
    const ended = { takesUntil: world.now };
    const fixed = { ...ended, result: ["g1", "g2"] };
    expect(await set("frozen", 1, "a")).toEqual({ name: "frozen", ...ended, version: 2 });
    expect(await set("reveal", 2, "b", 0)).toEqual({ name: "reveal", step: 0, ...fixed, version: 3 });
    expect(await set("reveal", 3, "c", 1)).toEqual({ name: "reveal", step: 1, ...fixed, version: 4 });
    expect(events.publishedStages.map(({ name, step }) => [name, step])).toEqual([
      ["frozen", undefined],
      ["reveal", 0],
      ["reveal", 1],
    ]);
    expect(steps()).toEqual([
      [{ name: "ranking" }, { name: "frozen", ...ended }],
      [
        { name: "frozen", ...ended },
        { name: "reveal", step: 0, ...fixed },
      ],
      [
        { name: "reveal", step: 0, ...fixed },
        { name: "reveal", step: 1, ...fixed },
      ],
    ]);
  });

  it("G4: of the same wish, sent again and again, steps once and is told again", async () => {
    await set("frozen", 1, "a");
    await set("reveal", 2, "b", 3);
    for (let again = 0; again < 3; again += 1)
      expect(await set("reveal", 2, "b", 3)).toMatchObject({ name: "reveal", step: 3, version: 3 });
    expect(await stage()).toMatchObject({ name: "reveal", step: 3, version: 3 });
    expect(events.publishedStages).toHaveLength(5);
    expect(steps()).toHaveLength(2);
  });

  it("G4: is not set by who knows an older one, nor by another wish for the same", async () => {
    await set("wall", 1, "a");
    for (const [name, seen, attempt] of [
      ["frozen", 1, "b"],
      ["wall", 1, "c"],
      ["frozen", 3, "d"],
      ["frozen", 0, "e"],
    ] as const)
      expect(await set(name, seen, attempt, undefined, "taro")).toMatchObject({ refused: "Conflict" });
    expect(await stage()).toEqual({ name: "wall", version: 2 });
    expect(events.publishedStages).toHaveLength(1);
    // The event's own entry, and the one step's.
    expect(world.hosts.audit.size).toBe(2);
  });

  it("G4: of two hosts at the same instant is one's", async () => {
    const answers = await Promise.all([set("wall", 1, "a"), set("frozen", 1, "b", undefined, "taro")]);
    expect(answers.filter((answer) => "refused" in answer)).toMatchObject([{ refused: "Conflict" }]);
    expect(steps()).toHaveLength(1);
    expect(steps()[0]?.[1]).toMatchObject({ name: (await stage())?.name });
  });

  it("G4: of two phones that send the same wish at once steps once", async () => {
    const answers = await Promise.all([set("wall", 1, "a"), set("wall", 1, "a")]);
    expect(answers).toEqual([
      { name: "wall", version: 2 },
      { name: "wall", version: 2 },
    ]);
    expect(await stage()).toEqual({ name: "wall", version: 2 });
  });

  it.each<[string, number | undefined, string]>([
    ["ranking", undefined, "no ranking after ranking"],
    ["reveal", 0, "no reveal after ranking"],
    ["reveal", undefined, "step: "],
    ["wall", 2, "step: "],
    ["reveal", 11, "step: "],
    ["curtain", undefined, "name: join, ranking"],
  ])("G1–G3: %s at step %s may not follow the ranking", async (name, step, words) => {
    expect(await set(name, 1, "a", step)).toEqual({
      refused: "BadInput",
      words: expect.stringContaining(words) as string,
    });
    expect(await stage()).toEqual({ name: "ranking", version: 1 });
    expect(events.publishedStages).toEqual([]);
  });

  it("G5: a round ends by the clock of its order, also when the order is repeated later", async () => {
    const round = { name: "round", minutes: 5, seen: 1, attempt: "a" };
    const endsAt = world.now + 5 * 60_000;
    const ask = () => setStage(ports, orderOf(eventId, "setStage"), round);
    expect(await ask()).toEqual({ name: "round", takesUntil: endsAt, version: 2 });
    world.now += 30_000;
    expect(await ask()).toEqual({ name: "round", takesUntil: endsAt, version: 2 });
    expect((await stage())?.takesUntil).toBe(endsAt);
    expect(events.publishedStages.map(({ takesUntil }) => takesUntil)).toEqual([endsAt, endsAt]);
  });

  it.each([
    [{ name: "round" }, "minutes: 1 to 60"],
    [{ name: "round", minutes: 90 }, "minutes: 1 to 60"],
    [{ name: "frozen", skipped: ["g1"] }, "skipped: at most 30 of a reveal"],
    [{ name: "thanks", alternates: true }, "alternates: of ranking and wall"],
    [{ name: "wall", awards: [prize] }, "awards: at most 7 of the thanks"],
    [{ name: "thanks", awards: [{ ...prize, award: "fastest" }] }, "awards: first-smile"],
    [{ name: "thanks", awards: [{ ...prize, value: "9" }] }, "awards: first-smile"],
  ])("G5, G7, G8, G10: %j is none", async (wish, words) => {
    const asked = { ...wish, seen: 1, attempt: "a" };
    expect(await setStage(ports, orderOf(eventId, "setStage"), asked)).toEqual({
      refused: "BadInput",
      words: expect.stringContaining(words) as string,
    });
    expect(events.publishedStages).toEqual([]);
  });

  it("G10: side prizes are given with the thanks, and anew while those are on", async () => {
    const give = (seen: number, attempt: string, awards: readonly object[]) =>
      setStage(ports, orderOf(eventId, "setStage"), { name: "thanks", seen, attempt, awards });
    expect(await give(1, "a", [prize])).toEqual({ name: "thanks", awards: [prize], version: 2 });
    expect(await give(2, "b", [])).toEqual({ name: "thanks", awards: [], version: 3 });
    // Repeated, it stays what it was.
    expect(await give(2, "b", [])).toMatchObject({ version: 3 });
    expect((await stage())?.awards).toEqual([]);
    expect(events.publishedStages).toHaveLength(3);
  });

  it("G11: a replay begins by the server's clock, again when it is ordered again, and not when an order is repeated", async () => {
    await set("wall", 1, "a");
    const at = world.now;
    expect(await set("replay", 2, "b")).toEqual({ name: "replay", startedAt: at, version: 3 });
    world.now += 20_000;
    expect(await set("replay", 2, "b")).toMatchObject({ startedAt: at, version: 3 });
    expect(await set("replay", 3, "c")).toMatchObject({ startedAt: at + 20_000, version: 4 });
    await set("frozen", 4, "d");
    expect(await set("replay", 5, "e")).toMatchObject({ refused: "BadInput" });
  });

  it("G6, G7: the result is fixed when the reveal begins, and stays when it goes on; absent ones are passed over", async () => {
    await set("frozen", 1, "a");
    await set("reveal", 2, "b", 0);
    events.ranked.set(eventId, ["g9"]);
    await set("frozen", 3, "c");
    expect(await set("reveal", 4, "d", 8)).toMatchObject({ result: ["g1", "g2"] });
    const skipping = { name: "reveal", step: 8, skipped: ["g2"], seen: 5, attempt: "e" };
    expect(await setStage(ports, orderOf(eventId, "setStage"), skipping)).toMatchObject({
      step: 8,
      result: ["g1", "g2"],
      skipped: ["g2"],
      version: 6,
    });
    // The ranking again, and a new result.
    await set("thanks", 6, "f");
    await set("ranking", 7, "g");
    expect(await stage()).toEqual({ name: "ranking", version: 8 });
    await set("frozen", 8, "h");
    expect(await set("reveal", 9, "i", 0)).toMatchObject({ result: ["g9"] });
  });

  it("of an event that is not there is refused", async () => {
    eventId = "nowhere";
    expect(await set("wall", 1, "a")).toMatchObject({ refused: "NotFound" });
  });

  it.each(["before", "after"] as const)(
    "G4: is told in the end when its order broke off %s it was told",
    async (moment) => {
      let falls = 1;
      const publishStage: EventStore["publishStage"] = async (id) => {
        if (moment === "after") await events.publishStage(id);
        if (falls-- > 0) throw new Error("the machine fell over");
        if (moment === "before") await events.publishStage(id);
      };
      ports = { ...ports, events: Object.assign(Object.create(events), { publishStage }) as EventStore };
      await expect(set("wall", 1, "a")).rejects.toThrow("the machine fell over");
      expect(await set("wall", 1, "a")).toEqual({ name: "wall", version: 2 });
      expect(events.publishedStages.at(-1)).toMatchObject({ name: "wall", version: 2 });
      expect(await stage()).toEqual({ name: "wall", version: 2 });
      expect(steps()).toEqual([[{ name: "ranking" }, { name: "wall" }]]);
    },
  );
});
