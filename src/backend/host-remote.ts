import { emptyBoard, type RankedStanding, rankingOf, readSnapshot } from "#domain/board";
import type { StageWish } from "#domain/stage";
import { readBoard } from "./board.ts";
import { connectBackend, HOST, request } from "./client.ts";
import { type HostStage, parseStage, STAGE_FIELDS } from "./host-event-shapes.ts";
import { readEvent } from "./host-events.ts";
import { type HostRefusal, orRefusal } from "./host-refusal.ts";
import type { LiveWatch } from "./live-source.ts";
import { record } from "./parse.ts";
import { subscribe, type Topic } from "./subscribe.ts";
import { watchLive } from "./watch-live.ts";

/** A step of the show, decided once: repeated with the same `attempt` it is answered the same and happens once. */
export interface StageOrder extends StageWish {
  /** The version of the stage that the host looked at. */
  readonly seen: number;
  readonly attempt: string;
}

/** Rejects when nobody answered: the order may have been carried out. */
export function setStage(eventId: string, order: StageOrder): Promise<HostStage | HostRefusal> {
  return orRefusal(sendOrder(eventId, order));
}

async function sendOrder(eventId: string, order: StageOrder): Promise<HostStage> {
  await connectBackend();
  const answer = record(await request(SET_STAGE, { eventId, ...order }, HOST), "answer");
  return parseStage(answer["setStage"]);
}

/** Who has a place on the event's board, best first. */
export async function readRanking(boardId: string): Promise<readonly RankedStanding[]> {
  const board = await readBoard(boardId);
  return board === null ? [] : rankingOf(readSnapshot(emptyBoard, board, 0));
}

/** Null: there is no such event. */
export async function readStage(eventId: string): Promise<HostStage | null> {
  return (await readEvent(eventId))?.stage ?? null;
}

/** Follows the stage of an event's board until `stop`. Never throws. */
export function watchStage(
  names: { readonly eventId: string; readonly boardId: string },
  listener: {
    readonly onStage: (stage: HostStage) => void;
    readonly onConnection: (isConnected: boolean) => void;
  },
): LiveWatch {
  return watchLive<HostStage | null, HostStage>(
    {
      read: () => readStage(names.eventId),
      subscribe: (to) => subscribe([ON_STAGE], { boardId: names.boardId }, to, HOST),
    },
    {
      onRead: (stage) => {
        if (stage !== null) listener.onStage(stage);
        return "known";
      },
      onHeard: (stages) => stages.forEach(listener.onStage),
      onConnection: listener.onConnection,
    },
  );
}

const SET_STAGE = `mutation SetStage($eventId: ID!, $name: String!, $step: Int, $minutes: Int, $skipped: [ID!],
  $alternates: Boolean, $awards: [StageAwardInput!], $seen: Int!, $attempt: ID!) {
  setStage(eventId: $eventId, name: $name, step: $step, minutes: $minutes, skipped: $skipped, alternates: $alternates, awards: $awards,
    seen: $seen, attempt: $attempt) { ${STAGE_FIELDS} }
}`;
const ON_STAGE: Topic<HostStage> = {
  field: "onStage",
  query: `subscription OnStage($boardId: ID!) { onStage(boardId: $boardId) { ${STAGE_FIELDS} } }`,
  parse: (message) => parseStage(record(message, "message")["onStage"]),
};
