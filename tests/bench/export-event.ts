import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { aFace, createWorld, demoEvent } from "../../functions/line-worker/in-memory-world.ts";
import { createArchiveStore } from "../../functions/shared/adapters/s3-archives.ts";
import { MOST_PART_BYTES } from "../../functions/event-archiver/plan-parts.ts";
import { carryOn } from "../../functions/event-archiver/carry-on.ts";
import type { StoredPhoto } from "../../functions/shared/ports/ceremony-store.ts";
import { createExport } from "../fixtures/export-world.ts";

// Takes an event of so many photos away, or copies the same bytes one to one, and prints how long it took and how much
// memory. Run by event-export.ts.
const [what = "", bucket = "", photos = "", pictures = "", pictureBytes = "", json = "{}"] =
  process.argv.slice(2);
const config = JSON.parse(json) as ConstructorParameters<typeof S3Client>[0] & object;
const PAGE = 200;
const SIDE_BY_SIDE = 8;
const GUESTS = 500;

const keyOf = (index: number): string => `originals/photo-${index % Number(pictures)}.jpg`;
const { eventId } = demoEvent;
const startsAt = createWorld().now - 7_200_000;
const rows = Array.from({ length: Number(photos) }, (_, index): StoredPhoto => ({
  eventId,
  guestId: `guest-${index % GUESTS}`,
  photoId: String(500_000_000_000_000_000n + BigInt(index)),
  displayName: `ゲスト${index % GUESTS}`,
  sentAt: startsAt + index * 700,
  step: "answered",
  state: "shown",
  score: 180,
  faces: [aFace(95), aFace(85)],
  missions: [],
  original: keyOf(index),
  sizeBytes: Number(pictureBytes),
  width: 1024,
  height: 768,
  expiresAt: 2_000_000_000,
  version: 1,
}));

async function exported() {
  const world = createExport(MOST_PART_BYTES);
  for (let guest = 0; guest < GUESTS; guest += 1)
    await world.world.store.saveGuest(
      { eventId, guestId: `guest-${guest}`, displayName: `ゲスト${guest}`, language: "ja" },
      `U${guest}`,
    );
  const ports = {
    ...world.ports,
    clock: Date.now,
    archives: createArchiveStore(bucket, config),
    store: {
      photo: world.ports.store.photo,
      guest: world.ports.store.guest,
      // As the API has it: a page at a time.
      photosOfEvent: async (_of: string, token = "0", term = { from: 0, to: Infinity }) => {
        const inTerm = rows.filter(({ sentAt }) => sentAt >= term.from && sentAt <= term.to);
        const [from, to] = [Number(token), Number(token) + PAGE];
        return { photos: inTerm.slice(from, to), ...(to < inTerm.length && { nextToken: String(to) }) };
      },
    },
  };
  await world.order();
  for (;;) {
    const [next] = world.world.queuedExports.splice(0);
    if (next === undefined) break;
    await carryOn(ports, next.message);
  }
  const found = await world.found();
  if (found?.job.state !== "done") throw new Error("the export did not end");
  return { bytes: found.job.bytes ?? 0, parts: found.report.parts.length };
}

/** The least that anybody could do with the same bytes in the same store: read each photo, write it elsewhere. */
async function copied() {
  const client = new S3Client(config);
  let bytes = 0;
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < rows.length; index = next++) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(index) }));
      const picture = (await Body?.transformToByteArray()) ?? new Uint8Array();
      bytes += picture.length;
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: `copied/${index}`, Body: picture }));
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return { bytes, parts: rows.length };
}

const restBytes = process.memoryUsage().rss;
let peakBytes = restBytes;
const watch = setInterval(() => (peakBytes = Math.max(peakBytes, process.memoryUsage().rss)), 10);
const startedAt = performance.now();
const { bytes, parts } = await (what === "copy" ? copied() : exported());
const ms = performance.now() - startedAt;
clearInterval(watch);
console.log(JSON.stringify({ ms, peakBytes: peakBytes - restBytes, bytes, parts }));
