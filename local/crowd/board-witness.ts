import { setTimeout as pause } from "node:timers/promises";
import { WebSocket } from "ws";
import * as z from "zod";
import {
  type BoardSnapshot,
  type BoardState,
  emptyBoard,
  hearPhotos,
  hearStandings,
  readSnapshot,
} from "#domain/board";
import { INDEX_LAG_MS } from "#domain/board-rows";
import { BOARD_QUERY, boardMessage, parseBoard, SUBSCRIPTIONS } from "./board-shapes.ts";

export interface BoardAddress {
  readonly graphqlUrl: string;
  readonly realtimeUrl: string;
  readonly apiKey: string;
  readonly boardId: string;
  readonly cdnUrl: string;
}

/** One message of a subscription as it came over the wire. */
export interface Heard {
  readonly id: string;
  readonly version: number;
  readonly image: string | null;
  /** The whole row as JSON. */
  readonly row: string;
}

export interface Testimony {
  readonly heard: readonly Heard[];
  /** How often the socket was lost and opened anew. */
  readonly reconnects: number;
  /** What the screen shows at the end: before and after its last safety re-read. */
  readonly before: BoardState;
  readonly after: BoardState;
  /** The board as the API tells it at the end. */
  readonly board: BoardSnapshot;
  /** That answer as it came over the wire. */
  readonly text: string;
}

const frameSchema = z.looseObject({ type: z.string(), payload: z.unknown().optional() });
const RECONNECT_MS = 200;
const READ_TRIES = 20;

/**
 * A screen without a picture: follows the board's two subscriptions, reads the board at every connection and merges
 * by version, as a projector does.
 */
export class BoardWitness {
  readonly #address: BoardAddress;
  readonly #heard: Heard[] = [];
  #state: BoardState = emptyBoard;
  #socket: WebSocket | undefined;
  #connections = 0;
  #isClosed = false;

  private constructor(address: BoardAddress) {
    this.#address = address;
  }

  /** Resolves when messages arrive. */
  static async open(address: BoardAddress): Promise<BoardWitness> {
    const witness = new BoardWitness(address);
    await witness.#connect();
    return witness;
  }

  /** The last safety re-read, once nothing happens any more. */
  async testify(): Promise<Testimony> {
    const before = this.#state;
    const text = await this.#ask();
    const board = parseBoard(JSON.parse(text));
    // Asked late enough that the snapshot counts as complete: nobody writes any more.
    const after = readSnapshot(before, board, performance.now() + INDEX_LAG_MS + 1);
    return { heard: this.#heard, reconnects: this.#connections - 1, before, after, board, text };
  }

  close(): void {
    this.#isClosed = true;
    this.#socket?.terminate();
  }

  async #connect(): Promise<void> {
    while (!this.#isClosed) {
      const socket = await this.#dial().catch(() => undefined);
      if (socket !== undefined) {
        this.#connections += 1;
        socket.once("close", () => void this.#connect());
        return this.#catchUp(socket);
      }
      await pause(RECONNECT_MS);
    }
  }

  /** What happened before the subscriptions stood was not heard: ask for it. */
  async #catchUp(socket: WebSocket): Promise<void> {
    const askedAt = performance.now();
    try {
      this.#state = readSnapshot(this.#state, parseBoard(JSON.parse(await this.#ask())), askedAt);
    } catch {
      // Begins anew, as a screen that cannot read its board does.
      socket.terminate();
    }
  }

  /** Resolves when both subscriptions stand; rejects when the socket ends before. */
  #dial(): Promise<WebSocket> {
    const { graphqlUrl, realtimeUrl, apiKey, boardId } = this.#address;
    const authorization = { host: new URL(graphqlUrl).host, "x-api-key": apiKey };
    const header = Buffer.from(JSON.stringify(authorization)).toString("base64url");
    const socket = new WebSocket(realtimeUrl, ["graphql-ws", `header-${header}`]);
    this.#socket = socket;
    return new Promise((resolve, reject) => {
      let standing = 0;
      socket.on("error", reject).once("close", reject);
      socket.once("open", () => socket.send(JSON.stringify({ type: "connection_init" })));
      socket.on("message", (content: Buffer) => {
        const { type, payload } = frameSchema.parse(JSON.parse(content.toString()));
        if (type === "connection_ack") subscribe(socket, authorization, boardId);
        if (type === "start_ack") standing += 1;
        if (type === "data") this.#hear(payload);
        if (type === "error" || type === "connection_error") socket.terminate();
        if (standing === SUBSCRIPTIONS.length) resolve(socket);
      });
    });
  }

  #hear(payload: unknown): void {
    const { data } = z.object({ data: z.unknown() }).parse(payload);
    const message = boardMessage.parse(data);
    const row = JSON.stringify(data);
    const now = performance.now();
    if ("onStanding" in message) {
      const { guestId, version, image } = message.onStanding;
      this.#heard.push({ id: guestId, version, image, row });
      this.#state = hearStandings(this.#state, [message.onStanding], now);
    } else {
      const { photoId, version, image } = message.onShownPhoto;
      this.#heard.push({ id: photoId, version, image, row });
      this.#state = hearPhotos(this.#state, [message.onShownPhoto], now);
      if (image !== null) this.#look(image);
    }
  }

  /** Loads a picture as a screen does, so that the CDN keeps it. */
  #look(image: string): void {
    const loading = fetch(`${this.#address.cdnUrl}/${image}.jpg`).then((response) => response.arrayBuffer());
    // Withdrawn in the meantime, or out of reach: screens show a placeholder.
    loading.catch(() => {});
  }

  /** The board as the API tells it; tries again for a while, as screens do. */
  async #ask(): Promise<string> {
    const { graphqlUrl, apiKey, boardId } = this.#address;
    let cause: unknown;
    for (let attempt = 0; attempt < READ_TRIES && !this.#isClosed; attempt += 1) {
      if (attempt > 0) await pause(RECONNECT_MS);
      try {
        const response = await fetch(graphqlUrl, {
          method: "POST",
          headers: { "Content-Type": "application/json", "x-api-key": apiKey },
          body: JSON.stringify({ query: BOARD_QUERY, variables: { boardId } }),
        });
        const text = await response.text();
        parseBoard(JSON.parse(text));
        return text;
      } catch (error) {
        cause = error;
      }
    }
    throw new Error("the board cannot be read", { cause });
  }
}

function subscribe(socket: WebSocket, authorization: object, boardId: string): void {
  for (const [at, query] of SUBSCRIPTIONS.entries()) {
    const data = JSON.stringify({ query, variables: { boardId } });
    socket.send(
      JSON.stringify({ id: String(at), type: "start", payload: { data, extensions: { authorization } } }),
    );
  }
}
