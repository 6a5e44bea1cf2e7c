import type { RehearsalProgress } from "#domain/rehearsal-progress";
import type { Latencies, RehearsalReport } from "#domain/rehearsal-report";
import type { RehearsalCall } from "../shared/ports/rehearsal-calls.ts";
import { auditRehearsal, pushOf, type RehearsalWorld, takenActs, unsentPhotos } from "./audit-rehearsal.ts";
import { answersTo, photoIdOf } from "./events-of-act.ts";

const MOST_FINDINGS = 20;

/** H6: what a rehearsal came to. */
export function reportOf(
  progress: RehearsalProgress & { readonly sendsFrom: number },
  world: RehearsalWorld,
  { startedAt, endedAt }: { readonly startedAt: number; readonly endedAt: number },
): RehearsalReport {
  const acts = takenActs(world);
  const photoActs = acts.flatMap(({ act }) => (act.kind === "photos" ? [act] : []));
  const kept = world.photos.filter(({ state }) => state !== "removed");
  const findings = auditRehearsal(world);
  const count = (call: RehearsalCall): number => world.calls.filter((one) => one.call === call).length;
  return {
    sent: {
      photos: photoActs.reduce((sum, { photos }) => sum + photos.length, 0),
      sets: photoActs.filter(({ photos }) => photos.length > 1).length,
      unsent: unsentPhotos(world).size,
      chats: acts.filter(({ act }) => act.kind !== "photos" && act.kind !== "unsend").length,
      redelivered: progress.redelivered,
      undelivered: progress.undelivered.length,
    },
    stored: kept.length,
    shown: kept.filter(({ state }) => state === "shown").length,
    guests: new Set(kept.map(({ guestId }) => guestId)).size,
    ranked: world.rankKeys.length,
    lost: findings.filter(({ kind }) => kind === "lost").length,
    double: findings.filter(({ kind }) => kind === "double").length,
    findings: findings.slice(0, MOST_FINDINGS).map(({ code, subject }) => `${code} ${subject}`),
    latenciesMs: latenciesOf(world),
    readsForReal: progress.readsForReal,
    rekognition: {
      faces: count("faces"),
      moderation: count("moderation"),
      labels: count("labels"),
      text: count("text"),
    },
    line: {
      replies: count("reply"),
      expired: count("expired"),
      pushes: count("push"),
      loadings: count("loading"),
      profiles: count("profile"),
      menus: count("menu"),
      quotas: count("quota"),
    },
    bytes: kept.reduce((sum, { sizeBytes = 0 }) => sum + sizeBytes, 0),
    startedAt,
    sendsFrom: progress.sendsFrom,
    endedAt,
  };
}

/** From LINE's time stamp of each photo on. */
function latenciesOf(world: RehearsalWorld): RehearsalReport["latenciesMs"] {
  const sentAt = new Map(world.photos.map((photo) => [photo.photoId, photo.sentAt]));
  const at = (calls: readonly RehearsalCall[]): ReadonlyMap<string, number> =>
    new Map(
      world.calls.filter(({ call }) => calls.includes(call)).map((one) => [one.subject, one.at] as const),
    );
  const [keptAt, answeredAt] = [at(["stored"]), at(["reply", "push"])];
  const stored: number[] = [];
  const answered: number[] = [];
  for (const placed of takenActs(world)) {
    if (placed.act.kind !== "photos") continue;
    const [answer = ""] = answersTo(world, placed);
    for (const photo of placed.act.photos) {
      const photoId = photoIdOf(world, photo);
      const from = sentAt.get(photoId);
      const kept = keptAt.get(photoId);
      const told = answeredAt.get(answer) ?? answeredAt.get(pushOf(answer));
      if (from !== undefined && kept !== undefined) stored.push(kept - from);
      if (from !== undefined && told !== undefined) answered.push(told - from);
    }
  }
  return {
    ...(stored.length > 0 && { stored: percentiles(stored) }),
    ...(answered.length > 0 && { answered: percentiles(answered) }),
  };
}

function percentiles(latenciesMs: readonly number[]): Latencies {
  const sorted = latenciesMs.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}
