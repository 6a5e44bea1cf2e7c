import { isStageMark, mayFollow, type StageMark, stageNames, WINNER_STEP } from "#domain/stage";
import type { HostedEvent } from "../shared/ports/event-store.ts";
import type { HostPorts } from "./host-ports.ts";
import type { Refusal } from "./refusal.ts";
import { conflict, noEvent } from "./refusals.ts";
import { type Order, withTrail } from "./trail.ts";

type StagePorts = Pick<HostPorts, "hosts" | "events" | "clock" | "newId">;

/** A host's wish about the show. */
export interface StageWish {
  readonly name: string;
  readonly step?: number | null | undefined;
  /** The version of the stage that the host has seen. */
  readonly seen: number;
  /** The same for every repetition of the wish. */
  readonly attempt: string;
}

type Stage = HostedEvent["stage"];

/** G1–G4: the next stage, once; the boards hear of it, again when the wish is repeated. */
export async function setStage(ports: StagePorts, order: Order, wish: StageWish): Promise<Stage | Refusal> {
  const next = wishedMark(wish);
  if ("refused" in next) return next;
  const { events } = ports;
  const { eventId } = order;
  const event = await events.hostedEvent(eventId);
  if (event === undefined) return noEvent;
  const { stage } = event;
  const { seen, attempt } = wish;
  const saving = { expectedVersion: seen, attempt };
  const told = async (): Promise<Stage> => {
    await events.publishStage(eventId);
    return { ...next, version: seen + 1 };
  };
  if (stage.version === seen + 1 && stage.name === next.name && stage.step === next.step) {
    // Perhaps this very wish, whose answer was lost on the way.
    return (await events.saveStage(eventId, next, saving)) ? told() : conflict;
  }
  if (stage.version !== seen) return conflict;
  if (!mayFollow(stage, next)) {
    return { refused: "BadInput", words: `name: no ${next.name} after ${stage.name}` };
  }
  const planned = { before: markOf(stage), after: next };
  const isWon = await withTrail(ports, order, eventId, planned, async () =>
    (await events.saveStage(eventId, next, saving)) ? { result: true, change: {} } : { result: false },
  );
  return isWon ? told() : conflict;
}

function wishedMark({ name, step }: StageWish): StageMark | Refusal {
  const known = stageNames.find((each) => each === name);
  if (known === undefined) return { refused: "BadInput", words: `name: ${stageNames.join(", ")}` };
  const mark: StageMark = { name: known, ...(typeof step === "number" && { step }) };
  if (isStageMark(mark)) return mark;
  return { refused: "BadInput", words: `step: 0 to ${WINNER_STEP} of a reveal, otherwise none` };
}

function markOf({ name, step }: Stage): StageMark {
  return { name, ...(step !== undefined && { step }) };
}
