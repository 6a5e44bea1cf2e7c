import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Act, CrowdPlan } from "#domain/crowd/crowd-plan";
import { PICTURES } from "./pictures.ts";
import { planCrowd } from "./plan-crowd.ts";

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const sizes = fc.record({
  guests: fc.integer({ min: 1, max: 60 }),
  photos: fc.integer({ min: 0, max: 120 }),
  minutes: fc.double({ min: 0.05, max: 10, noNaN: true }),
});
const plans = fc.tuple(seeds, sizes).map(([seed, size]) => planCrowd(seed, size));

const holds = (isTrue: (plan: CrowdPlan) => boolean): void =>
  fc.assert(fc.property(plans, isTrue), { numRuns: 150 });
const photosOf = ({ acts }: CrowdPlan) => acts.flatMap((act) => (act.kind === "photos" ? act.photos : []));
const actsOf = ({ acts }: CrowdPlan, guest: number): readonly Act[] =>
  acts.filter((act) => act.guest === guest);

describe("a planned crowd", () => {
  test("is the same for the same seed, and another for another", () => {
    fc.assert(
      fc.property(seeds, sizes, (seed, size) => {
        expect(planCrowd(seed, size)).toEqual(planCrowd(seed, size));
      }),
    );
    const size = { guests: 20, photos: 40, minutes: 1 };
    expect(planCrowd(1, size).acts).not.toEqual(planCrowd(2, size).acts);
  });

  test("sends exactly so many photos, each once, of known pictures", () => {
    const known = new Set(PICTURES.map(({ name }) => name));
    holds((plan) => {
      const numbers = photosOf(plan).map(({ photo }) => photo);
      return (
        numbers.length === plan.size.photos &&
        new Set(numbers).size === numbers.length &&
        photosOf(plan).every(({ picture }) => known.has(picture))
      );
    });
  });

  test("acts in the order of time", () => {
    holds(({ acts }) => acts.every((act, at) => act.atMs >= (acts[at - 1]?.atMs ?? 0)));
  });

  test("never writes while it has blocked the bot", () => {
    holds((plan) =>
      plan.guests.every((_, guest) => {
        let isBlocked = false;
        return actsOf(plan, guest).every((act) => {
          if (act.kind === "unfollow") isBlocked = true;
          else if (act.kind === "follow") isBlocked = false;
          else return !isBlocked;
          return true;
        });
      }),
    );
  });

  test("takes back only what the same guest has sent before, and once", () => {
    holds((plan) => {
      const sentBy = new Map<number, number>();
      return plan.acts.every((act) => {
        if (act.kind === "photos") for (const { photo } of act.photos) sentBy.set(photo, act.guest);
        if (act.kind !== "unsend") return true;
        const isOwn = sentBy.get(act.photo) === act.guest;
        sentBy.delete(act.photo);
        return isOwn;
      });
    });
  });

  test("is an evening of every kind: sets, regrets, blocks, chat, pictures that cannot be ranked", () => {
    const plan = planCrowd(7, { guests: 80, photos: 200, minutes: 5 });
    const kinds = new Set(plan.acts.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(["follow", "unfollow", "photos", "unsend", "text", "sticker", "postback"]));
    const sets = plan.acts.flatMap((act) => (act.kind === "photos" ? [act.photos.length] : []));
    expect(sets.filter((size) => size > 1 && size < 5).length).toBeGreaterThan(10);
    // More than LINE takes in one carousel.
    expect(Math.max(...sets)).toBeGreaterThan(12);
    const fates = new Set(
      photosOf(plan).map(({ picture }) => PICTURES.find((one) => one.name === picture)?.fate),
    );
    expect(fates.size).toBe(5);
    const soon = plan.acts.filter((act) => act.kind === "unsend");
    expect(soon.length).toBeGreaterThan(5);
  });

  test("sends now and then what it sent before: the own in the same bytes or saved anew, others' in the same bytes", () => {
    const plan = planCrowd(5, { guests: 30, photos: 400, minutes: 5 });
    const guestOf = new Map(
      plan.acts.flatMap((act) =>
        act.kind === "photos" ? act.photos.map(({ photo }) => [photo, act.guest] as const) : [],
      ),
    );
    const again = photosOf(plan).filter(({ photo, look }) => photo !== look);
    const hows = again.map(({ photo, look, isSavedAnew }) => {
      const who = guestOf.get(photo) === guestOf.get(look) ? "own" : "another's";
      return `${who}${isSavedAnew ? ", saved anew" : ""}`;
    });
    expect(new Set(hows)).toEqual(new Set(["own", "own, saved anew", "another's"]));
    expect(again.length).toBeGreaterThan(20);
    expect(again.length).toBeLessThan(60);
    const pictures = new Map(photosOf(plan).map(({ photo, picture }) => [photo, picture]));
    expect(again.filter(({ look, picture }) => pictures.get(look) !== picture)).toEqual([]);
    holds((any) => photosOf(any).every(({ photo, look }) => look <= photo));
  });

  test("needs a guest", () => {
    expect(() => planCrowd(1, { guests: 0, photos: 1, minutes: 1 })).toThrow("at least one guest");
  });
});
