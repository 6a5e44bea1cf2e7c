import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { seedRules } from "#domain/event-rules";
import { eventTemplates } from "#domain/event-templates";
import { JOIN_ALPHABET, readJoinCode } from "#domain/join-code";
import { eventRulesShape } from "../shared/adapters/event-rules-shape.ts";
import { InMemoryEventStore } from "../shared/in-memory-event-store.ts";
import { createWorld, OPENED_AT, type World } from "../line-worker/in-memory-world.ts";
import { Fault } from "../shared/fault.ts";
import type { EventStore, HostedEvent } from "../shared/ports/event-store.ts";
import { createEvent, duplicateEvent } from "./create-event.ts";
import { hostPortsOf, orderOf } from "./in-memory-host.ts";
import type { HostPorts } from "./host-ports.ts";
import type { Refusal } from "./refusal.ts";
import { undoAction } from "./undo-action.ts";
import { renewBoard, updateEvent } from "./update-event.ts";

const DAY_MS = 86_400_000;
const { eventId: _none, ...hanako } = orderOf("", "createEvent");
const times = { opensAt: OPENED_AT, closesAt: OPENED_AT + DAY_MS };

let world: World;
let events: InMemoryEventStore;
let ports: HostPorts;
beforeEach(() => {
  world = createWorld();
  events = new InMemoryEventStore();
  ports = { ...hostPortsOf(world), events };
});

afterEach(() => {
  vi.restoreAllMocks();
});

const made = async (written: Record<string, unknown> = {}): Promise<HostedEvent> => {
  const answer = await createEvent(ports, hanako, { title: "山田家", ...times, ...written });
  if ("refused" in answer) throw new Error(answer.words);
  return answer;
};
const entries = () => [...world.hosts.audit.values()];
const refusal = (refused: Refusal["refused"], words: string) => ({
  refused,
  words: expect.stringContaining(words) as string,
});

describe("a new event", () => {
  it("is as the seed where nothing is said, open and with addresses of its own", async () => {
    const event = await made({ language: null, theme: null, template: null });
    expect(event).toMatchObject({
      title: "山田家",
      language: "ja",
      theme: "hall-dark",
      state: "open",
      ...times,
      retentionEndsAt: times.closesAt + 90 * DAY_MS,
      policy: "show-first",
      moderation: "assist",
      keepsAgeAndGender: false,
      allowsPaidMessages: false,
      contact: "",
      hasSpotlight: true,
      hasCornerQr: true,
      hasSound: false,
      nameWords: [],
      stage: { name: "ranking", version: 1 },
      version: 1,
    });
    expect(event).not.toHaveProperty("rules");
    expect(event.boardId).not.toBe(event.eventId);
    expect(readJoinCode(event.joinCode)).toBe(event.joinCode);
  });

  it.each(["wedding", "coming-of-age", "company-party"] as const)(
    "E4: begins as the template %s",
    async (id) => {
      const { retentionDays, ...template } = eventTemplates[id];
      expect(await made({ template: id })).toMatchObject({
        ...template,
        retentionEndsAt: times.closesAt + retentionDays * DAY_MS,
      });
      expect(eventRulesShape.parse(template.rules)).toEqual(template.rules);
    },
  );

  it("E4: is as its host says where the template says otherwise", async () => {
    const own = {
      language: "en",
      theme: "hall-dark",
      policy: "show-first",
      moderation: "off",
      keepsAgeAndGender: true,
      allowsPaidMessages: true,
      contact: " 花子 03-1234-5678 ",
      hasSpotlight: false,
      hasCornerQr: false,
      hasSound: true,
      nameWords: [" ばか "],
      retentionEndsAt: times.closesAt,
    };
    expect(await made({ template: "coming-of-age", ...own })).toMatchObject({
      ...own,
      contact: "花子 03-1234-5678",
      nameWords: ["ばか"],
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["no title", { title: "  " }, "title: "],
    ["a title that is too long", { title: "あ".repeat(101) }, "title: "],
    ["a language that nobody speaks here", { language: "fr" }, "language: "],
    ["a theme that no board has", { theme: "neon" }, "theme: "],
    ["a template that is none", { template: "funeral" }, "template: "],
    ["an end before the beginning", { closesAt: OPENED_AT }, "closesAt"],
    ["a retention that ends before the event", { retentionEndsAt: OPENED_AT }, "retentionEndsAt"],
    ["a policy that is none", { policy: "whatever" }, "policy: "],
    ["a moderation that is none", { moderation: "strict" }, "moderation: "],
    ["a time beyond all dates", { opensAt: 9e15, closesAt: 9.1e15 }, "opensAt: "],
    ["words without letters", { nameWords: ["ok", " "] }, "nameWords.1: "],
    ["a contact that is too long", { contact: "あ".repeat(201) }, "contact: "],
    ["sound that is neither on nor off", { hasSound: "loud" }, "hasSound: "],
    ["a word where yes or no is asked", { allowsPaidMessages: "yes" }, "allowsPaidMessages: "],
    ["a member that is none", { color: "red" }, '"color"'],
  ])("refuses %s by name, and stores nothing", async (_, wrong, named) => {
    const answer = await createEvent(ports, hanako, { title: "山田家", ...times, ...wrong });
    expect(answer).toEqual(refusal("BadInput", named));
    expect([events.hosted.size, entries().length]).toEqual([0, 0]);
  });

  it("takes another join code where the first one is taken", async () => {
    const first = await made();
    let asked = 0;
    const random = () => (asked++ < 6 ? 0 : 0.999);
    ports = { ...ports, random };
    const second = await made();
    expect(first.joinCode).toBe(JOIN_ALPHABET.charAt(0).repeat(6));
    expect(second.joinCode).toBe(JOIN_ALPHABET.at(-1)?.repeat(6));
  });

  it("stands in the trail of its own", async () => {
    const { eventId } = await made({ template: "wedding" });
    expect(entries()).toMatchObject([
      { eventId, actor: "hanako", action: "createEvent", subject: eventId, isDone: true },
    ]);
    expect(entries()[0]?.after).toMatchObject({ title: "山田家", rules: seedRules, policy: "show-first" });
  });
});

describe("a copy", () => {
  it("has settings and rules of the original, and addresses, times and trail of its own", async () => {
    const original = await made({
      template: "company-party",
      nameWords: ["x"],
      contact: "花子",
      allowsPaidMessages: true,
      hasSpotlight: false,
      hasCornerQr: false,
      hasSound: true,
      retentionEndsAt: times.closesAt + 5,
    });
    const later = { title: "二次会", opensAt: times.closesAt, closesAt: times.closesAt + 100 };
    const copy = await duplicateEvent(
      { ...ports, random: () => 0.5 },
      orderOf(original.eventId, "duplicateEvent"),
      later,
    );
    const { boardId, joinCode, eventId, ...same } = original;
    expect(copy).toMatchObject({ ...same, ...later, retentionEndsAt: later.closesAt + 5, version: 1 });
    expect(copy).not.toMatchObject({ boardId });
    expect(copy).not.toMatchObject({ joinCode });
    expect(copy).not.toMatchObject({ eventId });
    const own = "eventId" in copy ? copy.eventId : "";
    expect(entries().at(-1)).toMatchObject({ eventId: own, action: "duplicateEvent", subject: eventId });
  });

  it("of an archived event is open, at its first stage", async () => {
    const { eventId } = await made();
    await updateEvent(ports, orderOf(eventId, "updateEvent"), 1, { state: "archived" });
    await ports.events.saveStage(eventId, { name: "thanks" }, { expectedVersion: 1, attempt: "a" });
    const copy = await duplicateEvent(ports, orderOf(eventId, "duplicateEvent"), { title: "B", ...times });
    expect(copy).toMatchObject({ state: "open", stage: { name: "ranking", version: 1 } });
  });

  it.each<[string, Record<string, unknown>, ReturnType<typeof refusal>]>([
    ["without a title", { title: "", ...times }, refusal("BadInput", "title: ")],
    ["that closes before it opens", { title: "B", opensAt: 5, closesAt: 5 }, refusal("BadInput", "closesAt")],
  ])("%s is refused", async (_, written, refused) => {
    const { eventId } = await made();
    expect(await duplicateEvent(ports, orderOf(eventId, "duplicateEvent"), written)).toEqual(refused);
    expect(events.hosted.size).toBe(1);
  });

  it("of nothing is refused", async () => {
    const answer = await duplicateEvent(ports, orderOf("nowhere", "x"), { title: "B", ...times });
    expect(answer).toEqual(refusal("NotFound", "event"));
  });
});

describe("a change", () => {
  const update = (event: HostedEvent, change: unknown, seen = event.version, actor = "hanako") =>
    updateEvent(ports, orderOf(event.eventId, "updateEvent", actor), seen, change);

  it("changes what it names and nothing else, and says before and after", async () => {
    const event = await made();
    const changed = await update(event, { title: " 田中家 ", state: "closed", policy: "show-first" });
    expect(changed).toEqual({ ...event, title: "田中家", state: "closed", version: 2 });
    expect(entries().at(-1)).toMatchObject({
      eventId: event.eventId,
      action: "updateEvent",
      subject: event.eventId,
      before: { title: "山田家", state: "open" },
      after: { title: "田中家", state: "closed" },
      isDone: true,
    });
    expect(events.heard.at(-1)).toEqual(changed);
  });

  it("B5: is told to its boards, undone too; that they cannot be reached hinders nobody", async () => {
    const event = await made();
    await update(event, { hasCornerQr: false });
    expect(events.publishedStages).toEqual([{ ...event.stage, boardId: event.boardId, eventVersion: 2 }]);
    const [entryId = ""] = [...world.hosts.audit.keys()].slice(-1);
    await undoAction(ports, orderOf(event.eventId, "undoAction"), entryId);
    expect(events.publishedStages.at(-1)).toMatchObject({ eventVersion: 3 });
    expect(await events.hostedEvent(event.eventId)).toMatchObject({ hasCornerQr: true });
    const unreachable = () => Promise.reject(new Fault("api-unreachable"));
    ports = {
      ...ports,
      events: Object.assign(Object.create(events), { publishStage: unreachable }) as EventStore,
    };
    const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    expect(await update(event, { hasSound: true }, 3)).toMatchObject({ hasSound: true, version: 4 });
    expect(entries().at(-1)).toMatchObject({ after: { hasSound: true }, isDone: true });
    expect(written).toHaveBeenCalledWith(expect.stringContaining("boards-hear-later"));
  });

  it("that changes nothing is no change", async () => {
    const event = await made();
    expect(await update(event, { title: "山田家", nameWords: [] })).toEqual(event);
    expect(await update(event, {})).toEqual(event);
    expect(entries()).toHaveLength(1);
  });

  it.each<[string, unknown, string]>([
    ["a closing before the opening", { closesAt: OPENED_AT - 1 }, "closesAt"],
    ["an opening behind the closing", { opensAt: times.closesAt }, "closesAt"],
    ["a closing behind the retention", { closesAt: OPENED_AT + 500 * DAY_MS }, "retentionEndsAt"],
    ["a state that is none", { state: "paused" }, "state: "],
    ["null", { title: null }, "title: "],
    ["a board's address", { boardId: "mine" }, '"boardId"'],
    ["rules", { rules: seedRules }, '"rules"'],
    ["no object", 5, "expected object"],
    ["nothing", null, "expected object"],
  ])("refuses %s by name", async (_, wrong, named) => {
    const event = await made();
    expect(await update(event, wrong)).toEqual(refusal("BadInput", named));
    expect(await ports.events.hostedEvent(event.eventId)).toEqual(event);
    expect(entries()).toHaveLength(1);
  });

  it("by a host who has not seen the last one is refused", async () => {
    const event = await made();
    await update(event, { title: "A" });
    expect(await update(event, { title: "B" }, 1, "taro")).toEqual(refusal("Conflict", "somebody else"));
    expect(await update(event, { title: "B" }, 3, "taro")).toEqual(refusal("Conflict", "somebody else"));
    expect(await ports.events.hostedEvent(event.eventId)).toMatchObject({ title: "A", version: 2 });
    expect(entries()).toHaveLength(2);
  });

  it("of two hosts at the same instant is one's; the other's came to nothing", async () => {
    const event = await made();
    const answers = await Promise.all([
      update(event, { title: "A" }),
      update(event, { title: "B" }, 1, "taro"),
    ]);
    expect(answers.filter((answer) => "refused" in answer)).toEqual([refusal("Conflict", "somebody else")]);
    const done = entries().filter(({ action, isDone }) => action === "updateEvent" && isDone);
    expect(done).toHaveLength(1);
    const { title } = (await ports.events.hostedEvent(event.eventId)) ?? {};
    expect(done[0]?.after).toEqual({ title });
  });

  it("of an event that is not there is refused", async () => {
    expect(await updateEvent(ports, orderOf("nowhere", "x"), 1, {})).toEqual(refusal("NotFound", "event"));
    expect(await renewBoard(ports, orderOf("nowhere", "x"), 1)).toEqual(refusal("NotFound", "event"));
  });
});

describe("K7: how long everything is kept", () => {
  const keep = (event: HostedEvent, days: number, title?: string) =>
    updateEvent(
      ports,
      orderOf(event.eventId, "updateEvent"),
      event.version,
      { retentionEndsAt: times.closesAt + days * DAY_MS },
      title,
    );

  it("is made longer by a word, two years at most", async () => {
    const event = await made();
    expect(await keep(event, 731)).toEqual(refusal("BadInput", "two years"));
    expect(await keep(event, 730)).toMatchObject({ retentionEndsAt: times.closesAt + 730 * DAY_MS });
  });

  it("is made shorter than 30 days only by the event's name", async () => {
    const begun = await made();
    const event = await keep(begun, 30);
    if ("refused" in event) throw new Error(event.words);
    expect(await keep(event, 29)).toEqual(refusal("BadInput", "title"));
    expect(await keep(event, 29, "山田")).toEqual(refusal("BadInput", "title"));
    expect(entries()).toHaveLength(2);
    const short = await keep(event, 29, " 山田家 ");
    expect(short).toMatchObject({ retentionEndsAt: times.closesAt + 29 * DAY_MS });
    if ("refused" in short) throw new Error(short.words);
    // A little longer again takes no name.
    expect(await keep(short, 29.5)).toMatchObject({ version: 4 });
  });

  it("is not made that short by an undo either", async () => {
    const short = await keep(await made(), 10, "山田家");
    if ("refused" in short) throw new Error(short.words);
    await keep(short, 90);
    const [, , longer] = entries();
    const undo = undoAction(ports, orderOf(short.eventId, "undoAction"), longer?.entryId ?? "");
    expect(await undo).toEqual(refusal("BadInput", "title"));
  });
});

describe("a renewed board", () => {
  it("has another address, and everything else as before", async () => {
    const event = await made();
    const renewed = await renewBoard(ports, orderOf(event.eventId, "renewBoard"), 1);
    expect(renewed).toEqual({ ...event, boardId: expect.any(String) as string, version: 2 });
    expect(renewed).not.toMatchObject({ boardId: event.boardId });
    expect(entries().at(-1)).toMatchObject({ action: "renewBoard", before: { boardId: event.boardId } });
    expect(await renewBoard(ports, orderOf(event.eventId, "renewBoard"), 1)).toEqual(
      refusal("Conflict", "somebody else"),
    );
  });
});

describe("an undo of settings", () => {
  const change = async (eventId: string, seen: number, wish: Record<string, unknown>): Promise<string> => {
    await updateEvent(ports, orderOf(eventId, "updateEvent"), seen, wish);
    return [...world.hosts.audit.keys()].at(-1) ?? "";
  };
  const undo = (eventId: string, entryId: string) =>
    undoAction(ports, orderOf(eventId, "undoAction"), entryId);

  it("brings back what was, and undone once more what was undone", async () => {
    const { eventId } = await made();
    const entryId = await change(eventId, 1, { policy: "review-first", title: "別の名" });
    expect(await undo(eventId, entryId)).toMatchObject({ done: [eventId], refused: [] });
    expect(await events.hostedEvent(eventId)).toMatchObject({
      policy: "show-first",
      title: "山田家",
      version: 3,
    });
    const last = entries().at(-1);
    expect(last).toMatchObject({ action: "undoAction", undoes: entryId, isDone: true });
    await undo(eventId, last?.entryId ?? "");
    expect(await events.hostedEvent(eventId)).toMatchObject({ policy: "review-first", title: "別の名" });
  });

  it("brings back that nobody answers questions and nothing is paid for", async () => {
    const { eventId } = await made();
    const entryId = await change(eventId, 1, { contact: "花子", allowsPaidMessages: true });
    expect(await events.hostedEvent(eventId)).toMatchObject({ contact: "花子", allowsPaidMessages: true });
    expect(await undo(eventId, entryId)).toMatchObject({ done: [eventId] });
    expect(await events.hostedEvent(eventId)).toMatchObject({ contact: "", allowsPaidMessages: false });
  });

  it("leaves alone what was changed since", async () => {
    const { eventId } = await made();
    const entryId = await change(eventId, 1, { policy: "review-first", title: "別の名" });
    await change(eventId, 2, { title: "三つ目の名" });
    expect(await undo(eventId, entryId)).toMatchObject({ done: [eventId] });
    expect(await events.hostedEvent(eventId)).toMatchObject({ policy: "show-first", title: "三つ目の名" });
    expect(await undo(eventId, entryId)).toMatchObject({ done: [], refused: [{ why: "changed" }] });
  });

  it("gives no old address back", async () => {
    const { eventId } = await made();
    await renewBoard(ports, orderOf(eventId, "renewBoard"), 1);
    const entryId = [...world.hosts.audit.keys()].at(-1) ?? "";
    expect(await undo(eventId, entryId)).toEqual(refusal("BadInput", "cannot be undone"));
  });
});
