import { describe, expect, it } from "vitest";
import { eventTemplateIds } from "#domain/event-templates";
import { exampleEvent } from "./example-event.ts";
import { groupOf, grouped } from "./event-group.ts";
import { minuteText, readDay, readMinute } from "./clock-text.ts";
import { readWish, timesFromNow, usualTimes, type WishForm } from "./event-wish.ts";

/** A Friday evening. */
const now = new Date(2026, 10, 20, 20, 15).getTime();
const form: WishForm = {
  template: "wedding",
  title: " 披露宴 ",
  language: "ja",
  ...usualTimes("wedding", now),
};

describe("a new event", () => {
  it("begins on the next day that such ceremonies fall on, never on this one", () => {
    expect(usualTimes("wedding", now)).toEqual({ opensAt: "2026-11-21T11:00", closesAt: "2026-11-21T16:00" });
    expect(usualTimes("company-party", now).opensAt).toBe("2026-11-27T18:00");
    expect(usualTimes("coming-of-age", now).opensAt).toBe("2026-11-23T10:00");
  });

  it.each(eventTemplateIds)("of the kind %s can be created as it is proposed", (template) => {
    for (let day = 0; day < 7; day += 1) {
      const then = now + day * 86_400_000;
      expect(readWish({ ...form, template, ...usualTimes(template, then) }, then)).toHaveProperty("wish");
    }
  });

  it("becomes what the API takes", () => {
    expect(readWish(form, now)).toEqual({
      wish: {
        template: "wedding",
        title: "披露宴",
        language: "ja",
        opensAt: new Date(2026, 10, 21, 11).getTime(),
        closesAt: new Date(2026, 10, 21, 16).getTime(),
      },
    });
  });

  it("may begin right now", () => {
    expect(readWish({ ...form, ...timesFromNow(now) }, now)).toHaveProperty("wish");
  });

  it.each<[string, Partial<WishForm>, object]>([
    ["a name", { title: " " }, { title: "no-title" }],
    ["a shorter name", { title: "x".repeat(101) }, { title: "long-title" }],
    ["a beginning", { opensAt: "" }, { opensAt: "no-time" }],
    ["a real time", { closesAt: "2026-11-99T10:00" }, { closesAt: "no-time" }],
    ["an end after its beginning", { closesAt: form.opensAt }, { closesAt: "ends-before" }],
    ["the right year", { closesAt: "2027-11-21T16:00" }, { closesAt: "too-long" }],
    [
      "an end that is to come",
      { opensAt: "2026-11-19T10:00", closesAt: "2026-11-19T12:00" },
      { closesAt: "is-past" },
    ],
  ])("needs %s", (_, wrong, errors) => {
    expect(readWish({ ...form, ...wrong }, now)).toEqual({ errors });
  });
});

describe("times as they are typed", () => {
  it("are read as they are written", () => {
    const at = new Date(2026, 0, 2, 3, 4).getTime();
    expect(minuteText(at)).toBe("2026-01-02T03:04");
    expect(readMinute(minuteText(at))).toBe(at);
  });

  it("of a day mean its last moment", () => {
    expect(readDay("2026-11-21")).toBe(new Date(2026, 10, 22).getTime() - 1);
    expect(readDay("")).toBeUndefined();
  });
});

describe("the list of events", () => {
  const { opensAt, closesAt } = exampleEvent;
  it("tells what is on from what comes and what is over", () => {
    expect(groupOf(exampleEvent, opensAt - 1)).toBe("coming");
    expect(groupOf(exampleEvent, opensAt)).toBe("running");
    expect(groupOf(exampleEvent, closesAt)).toBe("over");
    expect(groupOf({ ...exampleEvent, state: "closed" }, opensAt)).toBe("over");
    expect(groupOf({ ...exampleEvent, state: "archived" }, opensAt)).toBe("archived");
  });

  it("has the nearest first", () => {
    const at = (eventId: string, days: number) => ({
      ...exampleEvent,
      eventId,
      opensAt: opensAt + days * 86_400_000,
      closesAt: closesAt + days * 86_400_000,
    });
    const groups = grouped([at("b", 9), at("a", 2), at("y", -9), at("z", -2)], opensAt);
    expect(groups.get("coming")?.map(({ eventId }) => eventId)).toEqual(["a", "b"]);
    expect(groups.get("over")?.map(({ eventId }) => eventId)).toEqual(["z", "y"]);
  });
});
