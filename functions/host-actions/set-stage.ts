import * as z from "zod";
import { awardIds } from "#domain/award-id";
import {
  isStageMark,
  isStageWish,
  mayFollow,
  nextStage,
  RESULT_GUESTS,
  ROUND_MINUTES,
  type StageRecord,
  type StageWish,
  stageNames,
  WINNER_STEP,
} from "#domain/stage";
import type { HostedEvent } from "../shared/ports/event-store.ts";
import type { HostPorts } from "./host-ports.ts";
import type { Refusal } from "./refusal.ts";
import { conflict, noEvent } from "./refusals.ts";
import { type Order, withTrail } from "./trail.ts";

type StagePorts = Pick<HostPorts, "hosts" | "events" | "clock" | "newId">;

/** A host's wish about the show, as the API hands it over. */
export interface StageOrder {
  readonly name: string;
  readonly step?: number | null | undefined;
  readonly minutes?: number | null | undefined;
  readonly skipped?: readonly string[] | null | undefined;
  readonly alternates?: boolean | null | undefined;
  readonly awards?: readonly unknown[] | null | undefined;
  /** The version of the stage that the host has seen. */
  readonly seen: number;
  /** The same for every repetition of the wish. */
  readonly attempt: string;
}

type Stage = HostedEvent["stage"];

/** G1–G8, G10: the next stage, once; the boards hear of it, again when the wish is repeated. */
export async function setStage(ports: StagePorts, order: Order, asked: StageOrder): Promise<Stage | Refusal> {
  const wish = wishOf(asked);
  if ("refused" in wish) return wish;
  const { events, clock } = ports;
  const { eventId } = order;
  const event = await events.hostedEvent(eventId);
  if (event === undefined) return noEvent;
  const { version, ...now } = event.stage;
  const { seen, attempt } = asked;
  const saving = { expectedVersion: seen, attempt };
  const told = async (stage: StageRecord): Promise<Stage> => {
    await events.publishStage(eventId);
    return { ...stage, version: seen + 1 };
  };
  if (version === seen + 1 && now.name === wish.name && now.step === wish.step) {
    // Perhaps this very wish, whose answer was lost on the way: what it made of the stage stays as it is.
    return (await events.saveStage(eventId, now, saving)) ? told(now) : conflict;
  }
  if (version !== seen) return conflict;
  if (!mayFollow(now, wish)) return { refused: "BadInput", words: `name: no ${wish.name} after ${now.name}` };
  const next = await withResult(ports, eventId, nextStage(now, wish, clock()));
  const isWon = await withTrail(ports, order, eventId, { before: now, after: next }, async () =>
    (await events.saveStage(eventId, next, saving)) ? { result: true, change: {} } : { result: false },
  );
  return isWon ? told(next) : conflict;
}

/** G6: fixed by who begins the reveal; all that was sent in time should be read by then. */
async function withResult({ events }: StagePorts, eventId: string, stage: StageRecord): Promise<StageRecord> {
  if (stage.name !== "reveal" || stage.result !== undefined) return stage;
  return { ...stage, result: await events.bestGuests(eventId, RESULT_GUESTS) };
}

const awardsShape = z.array(
  z.object({ award: z.enum(awardIds), guestId: z.string(), photoId: z.string(), value: z.number() }),
);

function wishOf({ name, step, minutes, skipped, alternates, awards }: StageOrder): StageWish | Refusal {
  const known = stageNames.find((each) => each === name);
  if (known === undefined) return { refused: "BadInput", words: `name: ${stageNames.join(", ")}` };
  const given = awardsShape.nullish().safeParse(awards);
  if (!given.success) return { refused: "BadInput", words: `awards: ${awardIds.join(", ")}` };
  const wish: StageWish = {
    name: known,
    ...(typeof step === "number" && { step }),
    ...(typeof minutes === "number" && { minutes }),
    ...(Array.isArray(skipped) && { skipped: skipped.map(String) }),
    ...(typeof alternates === "boolean" && { alternates }),
    ...(given.data && { awards: given.data }),
  };
  if (isStageWish(wish)) return wish;
  return { refused: "BadInput", words: isStageMark(wish) ? belonging : stepping };
}

const stepping = `step: 0 to ${WINNER_STEP} of a reveal, otherwise none`;
const { least, most } = ROUND_MINUTES;
const belonging = `minutes: ${least} to ${most} of a round, otherwise none; skipped: at most ${RESULT_GUESTS} of a reveal; alternates: of ranking and wall; awards: at most ${awardIds.length} of the thanks`;
