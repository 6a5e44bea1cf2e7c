import { describe, expect, it } from "vitest";
import { seedRules } from "#domain/event-rules";
import { createWorld, demoEvent, OPENED_AT } from "../line-worker/in-memory-world.ts";
import { changeRules, undoRules } from "./change-rules.ts";
import { hostPortsOf, orderOf } from "./in-memory-host.ts";

const { eventId } = demoEvent;
const order = orderOf(eventId, "changeRules");
const undo = orderOf(eventId, "undoRules");
const capped = { ...seedRules, scoring: { faceCap: 1 } };
const bestThree = { ...seedRules, standing: "best-three" };

const open = () => {
  const world = createWorld();
  return { world, ports: hostPortsOf(world) };
};

describe("changing the rules", () => {
  it("puts them in force, keeps the former ones and orders a job", async () => {
    const { world, ports } = open();
    const job = await changeRules(ports, order, capped);
    expect(job).toEqual({
      jobId: "id-1",
      eventId,
      kind: "recompute",
      state: "running",
      done: 0,
      startedAt: OPENED_AT + 1_000,
      movedAt: OPENED_AT + 1_000,
      version: 1,
      expiresAt: (OPENED_AT + 1_000) / 1_000 + 7 * 86_400,
    });
    expect(world.store.events.get(eventId)?.rules).toEqual(capped);
    expect(await world.hosts.rulesOf(eventId)).toMatchObject({ formerRules: seedRules, rulesJobId: "id-1" });
    expect(world.hosts.jobs.get("id-1")).toEqual(job);
    expect(world.queued.map(({ message }) => message)).toEqual([
      { kind: "recompute", eventId, jobId: "id-1", version: 1 },
      { kind: "recompute", eventId, jobId: "id-1", version: 1 },
    ]);
    expect(world.queued.map(({ delaySeconds }) => delaySeconds)).toEqual([40, 0]);
  });

  it("says who did it, what was and what is", async () => {
    const { world, ports } = open();
    await changeRules(ports, order, capped);
    expect([...world.hosts.audit.values()]).toEqual([
      {
        eventId,
        entryId: `${new Date(OPENED_AT + 1_000).toISOString()}#id-2`,
        actor: "hanako",
        actorName: "hanako@example.org",
        action: "changeRules",
        subject: "id-1",
        before: seedRules,
        after: capped,
        isDone: true,
      },
    ]);
  });

  it("to those that are in force computes once more and leaves the undo as it was", async () => {
    const { world, ports } = open();
    await changeRules(ports, order, seedRules);
    expect(await world.hosts.rulesOf(eventId)).not.toHaveProperty("formerRules");
    await changeRules(ports, order, capped);
    await changeRules(ports, order, { ...capped });
    expect(await world.hosts.rulesOf(eventId)).toMatchObject({ formerRules: seedRules, rulesJobId: "id-5" });
  });

  it.each<[string, unknown, string]>([
    ["a number that is too large", { ...seedRules, scoring: { faceCap: 101 } }, "rules.scoring.faceCap: "],
    ["a misspelled member", { ...seedRules, scoring: { faceCup: 1 } }, '"faceCup"'],
    ["a member that lacks", { scoring: {}, missions: [], bannedWords: [] }, "rules.standing: "],
    [
      "a mission deep inside",
      { ...seedRules, missions: [{ missionId: "a", title: "A", goal: { kind: "dance" } }] },
      "rules.missions.0.goal.kind: ",
    ],
    ["no object", 5, "rules: "],
    ["nothing", null, "rules: "],
    [
      "far too much",
      {
        ...seedRules,
        treatments: Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`x${n}`, "block"])),
      },
      "rules: more than",
    ],
  ])("refuses %s by name and changes nothing", async (_, wrong, named) => {
    const { world, ports } = open();
    const answer = await changeRules(ports, order, wrong);
    expect(answer).toEqual({ refused: "BadInput", words: expect.stringContaining(named) as string });
    expect(world.calls).toEqual([]);
    expect(world.store.events.get(eventId)?.rules).toEqual(seedRules);
  });

  it("M8: is refused when the host has not seen the last change", async () => {
    const { world, ports } = open();
    const first = await changeRules(ports, order, capped, "");
    expect(await changeRules(ports, order, bestThree, "")).toMatchObject({ refused: "Conflict" });
    expect(world.store.events.get(eventId)?.rules).toEqual(capped);
    const seen = "jobId" in first ? first.jobId : "";
    expect(await changeRules(ports, order, bestThree, seen)).toHaveProperty("jobId");
  });

  it("of an event that is not there is refused", async () => {
    const { world, ports } = open();
    const nowhere = { ...order, eventId: "nowhere" };
    expect(await changeRules(ports, nowhere, capped)).toMatchObject({ refused: "NotFound" });
    expect(await undoRules(ports, nowhere)).toMatchObject({ refused: "NotFound" });
    expect(world.queued).toEqual([]);
  });

  it("beside another host is won by one of the two", async () => {
    const { world, ports } = open();
    const answers = await Promise.all([
      changeRules(ports, order, capped),
      changeRules(ports, { ...order, actor: "host-2" }, bestThree),
    ]);
    const [winner, ...others] = answers.filter((answer) => "jobId" in answer);
    expect(others).toEqual([]);
    expect(answers).toContainEqual(expect.objectContaining({ refused: "Conflict" }));
    expect(await world.hosts.rulesOf(eventId)).toMatchObject({
      rulesJobId: winner?.jobId,
      formerRules: seedRules,
    });
  });
});

describe("undoing", () => {
  it("brings the former rules back, and undone once more the newer ones", async () => {
    const { world, ports } = open();
    await changeRules(ports, order, capped);
    await undoRules(ports, undo);
    expect(await world.hosts.rulesOf(eventId)).toMatchObject({ rules: seedRules, formerRules: capped });
    await undoRules(ports, undo);
    expect(await world.hosts.rulesOf(eventId)).toMatchObject({ rules: capped, formerRules: seedRules });
    expect([...world.hosts.audit.values()].map(({ action }) => action)).toEqual([
      "changeRules",
      "undoRules",
      "undoRules",
    ]);
  });

  it("is refused while nothing was changed", async () => {
    const { world, ports } = open();
    expect(await undoRules(ports, undo)).toMatchObject({ refused: "BadInput" });
    expect(world.queued).toEqual([]);
  });
});

describe("wherever it breaks off", () => {
  const calls = 7;

  it("has so many calls to break off at", async () => {
    const { world, ports } = open();
    await changeRules(ports, order, capped);
    expect(world.calls).toHaveLength(calls);
  });

  it.each(
    Array.from({ length: calls }, (_, index) => index).flatMap((index) => [
      ["before", index] as const,
      ["after", index] as const,
    ]),
  )(
    "%s call %i, new rules have a job that waits in the queue and stands in the trail",
    async (moment, index) => {
      const { world, ports } = open();
      let seen = -1;
      world.hook = (when) => {
        if (when === "before") seen += 1;
        if (when === moment && seen === index) throw new Error("the machine fell over");
      };
      await changeRules(ports, order, capped).catch(() => undefined);
      const { rules, rulesJobId } = (await world.hosts.rulesOf(eventId)) ?? {};
      if (rulesJobId === undefined) return expect(rules).toEqual(seedRules);
      expect(world.queued.map(({ message }) => message)).toContainEqual(
        expect.objectContaining({ jobId: rulesJobId }),
      );
      expect(world.hosts.jobs.get(rulesJobId)).toMatchObject({ state: "running" });
      expect(world.hosts.audit.size).toBe(1);
    },
  );
});
