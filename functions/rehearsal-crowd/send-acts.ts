import type { Act, CrowdPlan, PlannedPhoto } from "#domain/crowd/crowd-plan";
import { log } from "../shared/log.ts";
import type { CrowdPorts } from "./crowd-ports.ts";
import { grouped } from "#domain/grouped";
import { type Cast, eventsOfAct, type PlacedAct } from "./events-of-act.ts";

/** Before the second delivery and each further one of what was not taken; then LINE would have given up, too. */
const REDELIVERED_AFTER_MS = [1_000, 3_000, 8_000];

/** What became of the acts of a while. */
export interface Sending {
  readonly photos: number;
  readonly redelivered: number;
  /** Places of acts that the webhook did not take. */
  readonly undelivered: readonly number[];
}

/** A part of the plan, milliseconds since its beginning; `toMs` is not part of it. */
export interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Does what is due in the window, each act at its time; a guest does one thing after the other. */
export function sendActs(
  ports: SendPorts,
  cast: SendingCast,
  plan: CrowdPlan,
  { fromMs, toMs }: Window,
): Promise<Sending> {
  return sendThose(ports, cast, plan, ({ act: { atMs } }) => atMs >= fromMs && atMs < toMs);
}

/** What was not taken at its time, once more, as LINE does minutes later. */
export function sendAgain(
  ports: SendPorts,
  cast: SendingCast,
  plan: CrowdPlan,
  places: readonly number[],
): Promise<Sending> {
  const wanted = new Set(places);
  return sendThose(ports, cast, plan, ({ place }) => wanted.has(place));
}

type SendPorts = Pick<CrowdPorts, "deliver" | "clock" | "pause">;
type SendingCast = Cast & { readonly sendsFrom: number };

async function sendThose(
  ports: SendPorts,
  cast: SendingCast,
  plan: CrowdPlan,
  isWanted: (placed: PlacedAct) => boolean,
): Promise<Sending> {
  const due = plan.acts.map((act, place) => ({ act, place })).filter(isWanted);
  const byGuest = grouped(due, ({ act }) => String(act.guest));
  const photoOf = photosOf(plan);
  const all = await Promise.all(
    [...byGuest.values()].map(async (acts) => {
      const sendings: Sending[] = [];
      for (const placed of acts) sendings.push(await sendAct(ports, cast, placed, photoOf));
      return sendings;
    }),
  );
  const sendings = all.flat();
  return {
    photos: sum(sendings.map(({ photos }) => photos)),
    redelivered: sum(sendings.map(({ redelivered }) => redelivered)),
    undelivered: sendings.flatMap(({ undelivered }) => undelivered),
  };
}

async function sendAct(
  { deliver, clock, pause }: SendPorts,
  cast: SendingCast,
  placed: PlacedAct,
  photoOf: (photo: number) => PlannedPhoto,
): Promise<Sending> {
  const { act, place } = placed;
  const waitMs = cast.sendsFrom + act.atMs - clock();
  if (waitMs > 0) await pause(waitMs);
  const events = eventsOfAct(cast, placed, Math.floor(clock()), photoOf);
  let redelivered = 0;
  for (const pauseMs of [...REDELIVERED_AFTER_MS, undefined]) {
    const deliveryContext = { isRedelivery: redelivered > 0 };
    const status = await deliver(events.map((event) => ({ ...event, deliveryContext })));
    if (status === 200) return { photos: photosIn(act), redelivered, undelivered: [] };
    log.warn("webhook-not-taken", { act: place, status });
    if (pauseMs === undefined) break;
    await pause(pauseMs);
    redelivered += 1;
  }
  return { photos: 0, redelivered, undelivered: [place] };
}

const photosIn = (act: Act): number => (act.kind === "photos" ? act.photos.length : 0);

function photosOf({ acts }: CrowdPlan): (photo: number) => PlannedPhoto {
  const photos = new Map(
    acts
      .flatMap((act) => (act.kind === "photos" ? act.photos : []))
      .map((photo) => [photo.photo, photo] as const),
  );
  return (number) => {
    const photo = photos.get(number);
    if (photo === undefined) throw new Error(`nobody sends photo ${number}`);
    return photo;
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
