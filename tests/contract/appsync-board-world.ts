import { Window } from "happy-dom";
import { vi } from "vitest";
import {
  type BoardHead,
  type BoardSnapshot,
  type BoardState,
  type ShownStanding,
  rankingOf,
} from "#domain/board";
import { usualScreen } from "#domain/screen";
import type { DataSource } from "../../local/appsync/options.ts";
import { watchBoard } from "../../src/backend/board.ts";
import { BOARD_RESOLVERS, BOARD_SCHEMA } from "./appsync-board-api.ts";
import { LoopbackSocket } from "./amplify-client.ts";
import { API_KEY, openAppSync, type Harness } from "./appsync-harness.ts";

/** A board's server with the truth in a variable, and the product's own client code that follows it. */
export interface BoardWorld {
  readonly api: Harness;
  /** What the board's query answers with. */
  truth: readonly ShownStanding[];
  /** What hosts have said about the event, and how often. */
  settings: Partial<BoardHead> & Pick<BoardHead, "eventVersion">;
  /** Whether the subscription to photos is refused. */
  refusesPhotos: boolean;
  /** Starts of the subscription to photos so far. */
  readonly photoStarts: number;
  readonly states: BoardState[];
  readonly connected: boolean[];
  /** Questions for the whole board since it is watched. */
  readonly reads: number;
  /** Sends a message as the worker would: `selected` leaves fields out. */
  tell(row: ShownStanding, selected?: string, boardId?: string): Promise<void>;
  /** Changes the truth and tells it. */
  change(row: ShownStanding): Promise<void>;
  /** Tells the stage, which stays the same, and of which version the settings are. */
  tellStage(): Promise<void>;
  /** Guests and scores on the screen, the first place first. */
  screen(): readonly string[] | null;
  /** Begins anew with an empty board; the answer ends it and the client's socket. */
  watch(): () => Promise<void>;
  close(): Promise<void>;
}

const BOARD_ID = "board-1";
const STAGE = "boardId name step takesUntil result skipped alternates asOf version eventVersion";
const ROW = "boardId guestId displayName score rankKey photoId image faces photos version";

export function standing(guestId: string, score: number | null, version: number): ShownStanding {
  const rankKey = score === null ? null : `${String(score).padStart(6, "0")}#${guestId}`;
  return {
    guestId,
    displayName: guestId,
    score,
    rankKey,
    photoId: null,
    image: null,
    faces: 1,
    photos: 1,
    version,
  };
}

export async function openBoardWorld(): Promise<BoardWorld> {
  let photoStarts = 0;
  let reads = 0;
  const server: DataSource = {
    type: "AWS_LAMBDA",
    invoke: async (payload) => {
      const isBoard = JSON.stringify(payload).includes("board");
      if (isBoard) reads += 1;
      else photoStarts += 1;
      return { payload: isBoard ? snapshotOf(world) : { isRefused: world.refusesPhotos } };
    },
  };
  const api = await openAppSync({
    schema: BOARD_SCHEMA,
    dataSources: { none: { type: "NONE" }, server },
    functions: {},
    resolvers: BOARD_RESOLVERS,
    resolverCountLimit: 0,
  });
  standInForBrowser(api.url);
  const world: BoardWorld = {
    api,
    truth: [],
    settings: { eventVersion: 1 },
    refusesPhotos: false,
    get photoStarts() {
      return photoStarts;
    },
    get reads() {
      return reads;
    },
    states: [],
    connected: [],
    async tell(row, selected = ROW, boardId = BOARD_ID) {
      const query = `mutation T($row: AWSJSON!) { publishStanding(row: $row) { ${selected} } }`;
      await api.query(query, undefined, { row: JSON.stringify({ boardId, ...row }) });
    },
    async change(row) {
      world.truth = [...world.truth.filter(({ guestId }) => guestId !== row.guestId), row];
      await world.tell(row);
    },
    async tellStage() {
      const { eventVersion } = world.settings;
      const row = { boardId: BOARD_ID, name: "ranking", version: 1, eventVersion };
      const query = `mutation T($row: AWSJSON!) { publishStage(row: $row) { ${STAGE} } }`;
      await api.query(query, undefined, { row: JSON.stringify(row) });
    },
    screen() {
      const state = world.states.at(-1);
      return state === undefined ? null : rankingOf(state).map(({ guestId, score }) => `${guestId} ${score}`);
    },
    watch() {
      world.truth = [];
      world.settings = { eventVersion: 1 };
      world.states.length = world.connected.length = reads = 0;
      const stop = watchBoard(BOARD_ID, {
        onBoard: (state) => world.states.push(state),
        onUnknown: () => {},
        onConnection: (isConnected) => world.connected.push(isConnected),
      });
      return async () => {
        stop();
        // A subscription that is ended before it began keeps the client's socket open for good.
        await vi.waitFor(() => {
          api.appsync.cutSockets();
          if (api.appsync.connections().count > 0) throw new Error("the client still holds its socket");
        }, 10_000);
      };
    },
    close: () => api.close(),
  };
  return world;
}

function snapshotOf({ truth, settings }: Pick<BoardWorld, "truth" | "settings">): BoardSnapshot {
  const standings = truth
    .filter(({ rankKey }) => rankKey !== null)
    .map((row) => ({ boardId: BOARD_ID, ...row }));
  return {
    title: "宴",
    language: "ja",
    theme: "hall-dark",
    joinCode: "CDFGHJ",
    ...usualScreen,
    standingRule: "best",
    ...settings,
    stage: { name: "ranking", step: null, version: 1 },
    totals: { guests: standings.length, photos: 0 },
    standings,
    photos: [],
  };
}

/** The little of a browser that the client code touches, and the file that tells it where the API is. */
function standInForBrowser(graphqlUrl: string): void {
  const outputs = {
    version: "1.4",
    data: {
      aws_region: "ap-northeast-1",
      url: graphqlUrl,
      api_key: API_KEY,
      default_authorization_type: "API_KEY",
      authorization_types: [],
    },
    custom: { cdnUrl: "http://127.0.0.1", liffId: "1-a" },
  };
  const network = globalThis.fetch;
  const page = new EventTarget();
  vi.stubGlobal("WebSocket", LoopbackSocket);
  vi.stubGlobal("document", new Window().document);
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
  vi.stubGlobal("fetch", (input: string | URL | Request, init?: RequestInit) =>
    input === "/amplify_outputs.json" ? Promise.resolve(Response.json(outputs)) : network(input, init),
  );
}
