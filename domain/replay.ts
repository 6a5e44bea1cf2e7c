import { newestFirst, type PhotoOnScreen, type RankedStanding } from "./board.ts";
import type { Photo } from "./photo.ts";
import { rank } from "./ranking.ts";
import { countedOf, standingOf } from "./standing.ts";
import type { StandingRule } from "./standing-rule.ts";

/** G11: how long a replay lasts, and in how many steps it goes. */
export const REPLAY_MS = 60_000;
export const REPLAY_STEPS = 120;
/** As many places as a screen shows. */
const PLACES = 10;

/** What is told again. */
export interface ReplayedEvening {
  /** In any order. */
  readonly photos: Iterable<PhotoOnScreen>;
  /** The present ranking: nobody else has a place in the replay. */
  readonly ranking: readonly RankedStanding[];
  readonly rule: StandingRule;
  /** When the replay began: what was sent later is not told again. */
  readonly startedAt: number;
}

/** What the screens show at one moment of a replay. */
export interface ReplayFrame {
  /** The time in the hall; milliseconds since the epoch. */
  readonly at: number;
  /** How many photos had been sent until then; the last of them was the newest. */
  readonly sent: number;
  /** The best, as the photos until then have it. */
  readonly rows: readonly RankedStanding[];
}

export interface Replay {
  /** The earliest first. */
  readonly photos: readonly PhotoOnScreen[];
  /** One for each step and one for the beginning; none of an evening without photos. The last one holds all photos. */
  readonly frames: readonly ReplayFrame[];
}

/** G12: the ranking of an evening at even steps of a replay. */
export function replayOf({ photos, ranking, rule, startedAt }: ReplayedEvening): Replay {
  const sent = [...photos].filter(({ sentAt }) => sentAt <= startedAt).toSorted((a, b) => newestFirst(b, a));
  if (sent.length === 0) return { photos: [], frames: [] };
  const moments = momentsOf(sent);
  const climb = new Climb(ranking, rule);
  const frames: ReplayFrame[] = [];
  let next = 0;
  for (let step = 0; step <= REPLAY_STEPS; step += 1) {
    const share = step / REPLAY_STEPS;
    for (; (moments[next] ?? 2) <= share; next += 1) climb.take(sent[next]);
    frames.push({ at: timeAt(share, next, moments, sent), sent: next, rows: climb.rows() });
  }
  return { photos: sent, frames };
}

/** G11: at which step a replay is; undefined once it is over. */
export function replayStepAt(startedAt: number, now: number): number | undefined {
  const step = Math.floor(((now - startedAt) * REPLAY_STEPS) / REPLAY_MS);
  return step >= REPLAY_STEPS ? undefined : Math.max(0, step);
}

/** G12: when in the show each photo comes, from 0 to 1: half by the clock, half by how many came before it. */
function momentsOf(sent: readonly PhotoOnScreen[]): readonly number[] {
  const first = sent[0]?.sentAt ?? 0;
  const span = (sent.at(-1)?.sentAt ?? first) - first;
  const last = Math.max(1, sent.length - 1);
  return sent.map(({ sentAt }, index) => {
    const byNumber = index / last;
    const byTime = span === 0 ? byNumber : (sentAt - first) / span;
    return (byNumber + byTime) / 2;
  });
}

/** The time in the hall between the last photo that was sent and the next one. */
function timeAt(
  share: number,
  next: number,
  moments: readonly number[],
  sent: readonly PhotoOnScreen[],
): number {
  const [from = 0, to = 1] = [moments[next - 1], moments[next]];
  const before = sent[next - 1]?.sentAt ?? 0;
  const after = sent[next]?.sentAt ?? before;
  return to === from ? before : before + ((share - from) / (to - from)) * (after - before);
}

/** A guest's photos until now, as far as they give points, and the place that they give. */
interface Way {
  readonly now: RankedStanding;
  readonly counted: readonly Photo[];
  readonly row: RankedStanding | undefined;
}

/** The ranking while photos come one after the other; only whose photo came is worked out anew. */
class Climb {
  readonly #rule: StandingRule;
  readonly #ways: Map<string, Way>;
  readonly #changed = new Set<string>();
  #rows: readonly RankedStanding[] = [];

  constructor(ranking: readonly RankedStanding[], rule: StandingRule) {
    this.#rule = rule;
    this.#ways = new Map(ranking.map((now) => [now.guestId, { now, counted: [], row: undefined }]));
  }

  take(photo: PhotoOnScreen | undefined): void {
    const way = photo && this.#ways.get(photo.guestId);
    if (way === undefined || typeof photo?.score !== "number") return;
    const { photoId, guestId, score, sentAt, image } = photo;
    const counted = countedOf(
      [...way.counted, { photoId, score, sentAt, image, state: "shown" }],
      this.#rule,
    );
    this.#ways.set(guestId, { ...way, counted });
    this.#changed.add(guestId);
  }

  rows(): readonly RankedStanding[] {
    if (this.#changed.size === 0) return this.#rows;
    for (const guestId of this.#changed) {
      const way = this.#ways.get(guestId);
      if (way !== undefined) this.#ways.set(guestId, { ...way, row: this.#rowOf(way) });
    }
    this.#changed.clear();
    this.#rows = rank([...this.#ways.values()].flatMap(({ row }) => row ?? [])).slice(0, PLACES);
    return this.#rows;
  }

  #rowOf({ now, counted }: Way): RankedStanding | undefined {
    const { score, rankKey, best } = standingOf(counted, now, this.#rule);
    if (score === undefined || rankKey === undefined || best === undefined) return undefined;
    return { ...now, score, rankKey, photoId: best.photoId, image: best.image ?? null };
  }
}
