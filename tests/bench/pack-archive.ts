import { archiveJobId, archiveKey } from "../../functions/shared/archive/archive-job.ts";
import { createArchiveStore } from "../../functions/shared/adapters/s3-archives.ts";
import { createWorld, demoEvent } from "../../functions/line-worker/in-memory-world.ts";
import { packArchive } from "../../functions/line-worker/archives/pack-archive.ts";

// Packs an archive of so many photos, all of the same bytes, and prints how long it took and how much memory. Run by archive.ts.
const [bucket = "", photos = "", config = "{}"] = process.argv.slice(2);
const world = createWorld();
const guest = { eventId: demoEvent.eventId, guestId: "guest" };
const [lineUserId, archiveId] = ["U".padEnd(33, "a"), String(world.now)];
await world.store.saveGuest({ ...guest, displayName: "花子", language: "ja" }, lineUserId);
for (let index = 0; index < Number(photos); index += 1) {
  const kept = {
    displayName: "花子",
    step: "answered",
    state: "shown",
    score: 90,
    expiresAt: 2_000_000_000,
  } as const;
  const photo = { ...guest, ...kept, photoId: String(1_000 + index), sentAt: world.now + index * 1_000 };
  await world.store.savePhoto({ ...photo, original: "originals/photo.jpg", faces: [] }, 0);
}
const times = { startedAt: world.now, movedAt: world.now, expiresAt: 2_000_000_000 };
const job = {
  jobId: archiveJobId(guest),
  eventId: guest.eventId,
  kind: "archive",
  state: "running",
  done: 0,
} as const;
await world.hosts.saveJob({ ...job, ...times }, 0);

const archives = createArchiveStore(bucket, JSON.parse(config));
const restBytes = process.memoryUsage().rss;
let peakBytes = restBytes;
const watch = setInterval(() => (peakBytes = Math.max(peakBytes, process.memoryUsage().rss)), 10);
const startedAt = performance.now();
await packArchive({ ...world.ports, archives, clock: Date.now }, { kind: "pack", ...guest, archiveId });
const ms = performance.now() - startedAt;
clearInterval(watch);

const { bytes, state } = (await world.hosts.job(job.jobId)) ?? {};
if (state !== "done") throw new Error(`no archive at ${archiveKey(guest, archiveId)}`);
console.log(JSON.stringify({ ms, peakBytes: peakBytes - restBytes, bytes }));
