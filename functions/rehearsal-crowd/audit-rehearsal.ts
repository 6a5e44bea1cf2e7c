import type { CrowdPlan } from "#domain/crowd/crowd-plan";
import { standingOf } from "#domain/standing";
import type { StandingRule } from "#domain/standing-rule";
import type { StoredPhoto } from "../shared/ports/ceremony-store.ts";
import type { RehearsalNote } from "../shared/ports/rehearsal-calls.ts";
import { retryKeyOf } from "../shared/retry-key.ts";
import { answersTo, photoIdOf, type PlacedAct } from "./events-of-act.ts";
import { grouped } from "#domain/grouped";

/** What is there of a rehearsal. */
export interface RehearsalWorld {
  readonly rehearsalId: string;
  readonly readsForReal: boolean;
  readonly plan: CrowdPlan;
  /** Acts that the webhook did not take, by their place in the plan. */
  readonly undelivered: readonly number[];
  readonly photos: readonly StoredPhoto[];
  readonly calls: readonly RehearsalNote[];
  /** Of all guests in the ranking (R3); a key ends with its guest's id. */
  readonly rankKeys: readonly string[];
  /** Guests whom a host took out of the ranking. */
  readonly unranked: readonly string[];
  readonly standing: StandingRule;
}

/** Something that should not be, of a photo, an answer or a guest. */
export interface Finding {
  readonly kind: "lost" | "double";
  readonly code: string;
  readonly subject: string;
}

/** What the webhook took. */
export const takenActs = ({ plan, undelivered }: RehearsalWorld): readonly PlacedAct[] => {
  const left = new Set(undelivered);
  return plan.acts.map((act, place) => ({ act, place })).filter(({ place }) => !left.has(place));
};

export const unsentPhotos = (world: RehearsalWorld): ReadonlySet<number> =>
  new Set(takenActs(world).flatMap(({ act }) => (act.kind === "unsend" ? [act.photo] : [])));

/** H6: everything that is lost or double, once all work is done. */
export function auditRehearsal(world: RehearsalWorld): readonly Finding[] {
  return [...lostPhotos(world), ...lostAnswers(world), ...lostStandings(world), ...doubles(world)];
}

const lost = (code: string, subject: string): Finding => ({ kind: "lost", code, subject });
const double = (code: string, subject: string): Finding => ({ kind: "double", code, subject });

function lostPhotos(world: RehearsalWorld): Finding[] {
  const rows = new Map(world.photos.map((photo) => [photo.photoId, photo]));
  const unsent = unsentPhotos(world);
  const sent = takenActs(world).flatMap(({ act }) => (act.kind === "photos" ? act.photos : []));
  return sent.flatMap((photo) => {
    const photoId = photoIdOf(world, photo);
    const row = rows.get(photoId);
    if (unsent.has(photo.photo))
      return row === undefined || row.state === "removed" ? [] : [lost("kept-though-unsent", photoId)];
    if (row === undefined) return [lost("not-kept", photoId)];
    return row.step === "answered" ? [] : [lost("not-through", photoId)];
  });
}

/** A reply that came too late was tried all the same: its result is told with the guest's next one (A2). */
function lostAnswers(world: RehearsalWorld): Finding[] {
  const tried = new Set(
    world.calls.filter(({ call }) => isAnswer(call) || call === "expired").map(({ subject }) => subject),
  );
  const unsent = unsentPhotos(world);
  return takenActs(world).flatMap((placed) => {
    const { act } = placed;
    // A3: nobody answers what was taken back.
    if (act.kind === "photos" && act.photos.every(({ photo }) => unsent.has(photo))) return [];
    return answersTo(world, placed)
      .filter((subject) => !tried.has(subject) && !tried.has(pushOf(subject)))
      .map((subject) => lost("not-answered", subject));
  });
}

const isAnswer = (call: RehearsalNote["call"]): boolean => call === "reply" || call === "push";

/** By what the push is known that tells what a reply could not (A5). */
export const pushOf = (replyId: string): string => retryKeyOf(`reply#${replyId}`);

const guestOf = (rankKey: string): string => rankKey.slice(rankKey.lastIndexOf("#") + 1);

function lostStandings({ photos, rankKeys, unranked, standing }: RehearsalWorld): Finding[] {
  const ranked = new Set(rankKeys);
  const out = new Set(unranked);
  const expected = new Set(
    [...grouped(photos, ({ guestId }) => guestId)].flatMap(([guestId, own]) => {
      const { rankKey } = standingOf(own, { guestId, excluded: out.has(guestId) }, standing);
      return rankKey === undefined ? [] : [rankKey];
    }),
  );
  return [
    ...[...expected].filter((key) => !ranked.has(key)).map((key) => lost("not-ranked-so", guestOf(key))),
    ...rankKeys.filter((key) => !expected.has(key)).map((key) => lost("ranked-without-photos", guestOf(key))),
  ];
}

function doubles({ photos, calls, rankKeys }: RehearsalWorld): Finding[] {
  const answers = calls.filter(({ call }) => isAnswer(call)).map(({ subject }) => subject);
  return [
    ...repeated(photos.map(({ photoId }) => photoId)).map((id) => double("kept-twice", id)),
    ...repeated(answers).map((id) => double("answered-twice", id)),
    ...repeated(rankKeys.map(guestOf)).map((id) => double("ranked-twice", id)),
  ];
}

/** What stands there more than once, once for each time too many. */
function repeated(ids: readonly string[]): string[] {
  return [...grouped(ids, (id) => id).values()].flatMap((same) => same.slice(1));
}
