import { describe, expect, it } from "vitest";
import { eventTemplates } from "./event-templates.ts";
import {
  DAY_MS,
  deletedByAt,
  deletionDueAt,
  isEndNear,
  isShortened,
  isTitle,
  LONGEST_RETENTION_MS,
  photoExpiresAt,
  SHORT_RETENTION_MS,
} from "./retention.ts";

const retentionEndsAt = 1_000 * DAY_MS;
const event = { retentionEndsAt };

describe("K8: when an event is deleted", () => {
  it("is the end of its retention where there is nothing to download", () => {
    expect(deletionDueAt(event, false)).toBe(retentionEndsAt);
  });

  it("waits for a download, and not for ever", () => {
    expect(deletionDueAt(event, true)).toBe(retentionEndsAt + 14 * DAY_MS);
    expect(deletionDueAt({ ...event, downloadedAt: null }, true)).toBe(retentionEndsAt + 14 * DAY_MS);
  });

  it.each([
    [-60, 0],
    [-7, 0],
    [-6, 1],
    [0, 7],
    [5, 12],
    [13, 14],
  ])("after a download on day %i comes on day %i", (downloaded, due) => {
    const downloadedAt = retentionEndsAt + downloaded * DAY_MS;
    expect(deletionDueAt({ retentionEndsAt, downloadedAt }, true)).toBe(retentionEndsAt + due * DAY_MS);
  });

  it("is never later than guests are told", () => {
    for (let day = -100; day < 100; day += 1) {
      const downloadedAt = retentionEndsAt + day * DAY_MS;
      const due = deletionDueAt({ retentionEndsAt, downloadedAt }, true);
      expect(due).toBeLessThanOrEqual(deletedByAt(event));
      expect(due).toBeGreaterThanOrEqual(retentionEndsAt);
    }
    expect(deletionDueAt(event, true)).toBe(deletedByAt(event));
  });
});

it("K9: is near from 14 days before", () => {
  expect(isEndNear(event, retentionEndsAt - 14 * DAY_MS - 1)).toBe(false);
  expect(isEndNear(event, retentionEndsAt - 14 * DAY_MS)).toBe(true);
});

describe("K7: what takes the event's name", () => {
  const closesAt = 900 * DAY_MS;
  const before = { retentionEndsAt: closesAt + 90 * DAY_MS };
  it.each([
    [30, false],
    [29.9, true],
    [0, true],
    [400, false],
  ])("%d days after closing: %s", (days, expected) => {
    expect(isShortened(before, { closesAt, retentionEndsAt: closesAt + days * DAY_MS })).toBe(expected);
  });

  it("is no end that only comes later, nor a closing that was moved", () => {
    const short = { retentionEndsAt: closesAt + 3 * DAY_MS };
    expect(isShortened(short, { closesAt, retentionEndsAt: closesAt + 5 * DAY_MS })).toBe(false);
    expect(isShortened(short, { closesAt: closesAt + DAY_MS, ...short })).toBe(false);
  });

  it("is typed as people type", () => {
    expect(isTitle(" 山田家　ウェディング ", "山田家ウェディング")).toBe(true);
    expect(isTitle("yamada ＆ SATO", "Yamada & Sato")).toBe(true);
    expect(isTitle("山田家", "山田家ウェディング")).toBe(false);
    expect(isTitle("", "山田家ウェディング")).toBe(false);
  });
});

it("K7: no kind of event begins with a short retention", () => {
  for (const { retentionDays } of Object.values(eventTemplates))
    expect(retentionDays * DAY_MS).toBeGreaterThanOrEqual(SHORT_RETENTION_MS);
});

it("K12: the net lies below everything that a host may say", () => {
  const closesAt = 900 * DAY_MS;
  const latest = deletedByAt({ retentionEndsAt: closesAt + LONGEST_RETENTION_MS });
  expect(photoExpiresAt({ closesAt }) * 1_000).toBeGreaterThan(latest + 365 * DAY_MS);
});
