import fc from "fast-check";
import { expect, it } from "vitest";
import { InMemoryStore } from "../shared/in-memory-store.ts";
import { planParts } from "./plan-parts.ts";

const eventId = "e";

it("X1: every photo until then is in one part, cut between seconds, none larger than it may be unless by one second alone", async () => {
  const photo = fc.record({ sentAt: fc.nat(20_000), sizeBytes: fc.nat(50_000), isGone: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(photo, { maxLength: 40 }), async (photos) => {
      const store = new InMemoryStore();
      for (const [index, { sentAt, sizeBytes, isGone }] of photos.entries())
        await store.savePhoto(
          {
            eventId,
            guestId: "g",
            photoId: String(index),
            displayName: "Aoi",
            sentAt,
            step: "answered",
            state: isGone ? "removed" : "shown",
            score: 1,
            original: "originals/o.jpg",
            sizeBytes,
            expiresAt: 2_000_000_000,
          },
          0,
        );
      const until = 15_000;
      const parts = await planParts(store, { eventId, images: "originals", until }, 100_000);
      const there = photos.filter(({ sentAt, isGone }) => !isGone && sentAt <= until);
      expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([0, until]);
      for (const [index, { from, to, photos: count, bytes }] of parts.entries()) {
        if (index > 0) expect(from).toBe((parts[index - 1]?.to ?? 0) + 1);
        if (index > 0) expect(from % 1_000).toBe(0);
        const inside = there.filter(({ sentAt }) => sentAt >= from && sentAt <= to);
        expect(count).toBe(inside.length);
        const seconds = new Set(inside.map(({ sentAt }) => Math.floor(sentAt / 1_000)));
        if (bytes > 100_000) expect(seconds.size).toBe(1);
      }
    }),
  );
});
