import type { RawData, WebSocket } from "ws";
import type { Clock } from "../../aws/service.ts";
import { RequestError } from "../errors.ts";
import type { GraphqlApi } from "../graphql-api.ts";
import { readOperation } from "../http/operation-text.ts";
import { headersOf } from "./handshake.ts";
import {
  complete,
  CONNECTION_ACK,
  dataFrame,
  errorFrame,
  frameError,
  KEEP_ALIVE,
  readFrame,
  startAck,
  UNSUPPORTED,
  type ClientFrame,
} from "./frames.ts";
import { subscribe } from "./subscribe.ts";

const MOST_SUBSCRIPTIONS = 200;
const LONGEST_LIFE_MS = 24 * 60 * 60 * 1000;
const SIGNED_PATH = "/graphql";

function textOf(message: RawData): string {
  return (Array.isArray(message) ? Buffer.concat(message) : Buffer.from(message as Uint8Array)).toString(
    "utf8",
  );
}

type Start = Extract<ClientFrame, { type: "start" }>;

/** One client's socket with its subscriptions, from the accepted handshake on. */
export class Connection {
  readonly #socket: WebSocket;
  readonly #api: GraphqlApi;
  readonly #sourceIp: string;
  readonly #clock: Clock;
  readonly #openedAt: number;
  readonly #subscriptions = new Map<string, () => void>();

  constructor(socket: WebSocket, api: GraphqlApi, sourceIp: string) {
    this.#socket = socket;
    this.#api = api;
    this.#sourceIp = sourceIp;
    this.#clock = api.environment.clock;
    this.#openedAt = this.#clock();
    socket.on("message", (message) => this.#receive(textOf(message)));
    socket.on("close", () => this.#endAll());
    socket.on("error", () => socket.terminate());
  }

  get subscriptionCount(): number {
    return this.#subscriptions.size;
  }

  keepAlive(): void {
    if (this.#clock() - this.#openedAt >= LONGEST_LIFE_MS) this.#socket.close(1000);
    else this.#socket.send(KEEP_ALIVE);
  }

  /** As if the network were cut: no closing handshake. */
  drop(): void {
    this.#socket.terminate();
  }

  #endAll(): void {
    for (const end of this.#subscriptions.values()) end();
    this.#subscriptions.clear();
  }

  #receive(text: string): void {
    const frame = readFrame(text);
    if (frame.type === "connection_init") {
      this.#socket.send(CONNECTION_ACK);
    } else if (frame.type === "unsupported") {
      this.#socket.send(errorFrame(frame.id, [UNSUPPORTED]));
    } else if (frame.type === "stop") {
      this.#stop(frame.id);
    } else {
      void this.#start(frame);
    }
  }

  #stop(id: string): void {
    const end = this.#subscriptions.get(id);
    if (!end) {
      const message = `Unknown operation id ${id}`;
      this.#socket.send(errorFrame(id, [{ errorType: "UnknownOperationError", message }]));
      return;
    }
    this.#subscriptions.delete(id);
    end();
    this.#socket.send(complete(id));
  }

  #refuseStart(id: string): boolean {
    if (this.#subscriptions.has(id)) {
      const errorType = "DuplicatedOperationError";
      this.#socket.send(errorFrame(id, [{ errorType, message: `Subscription id ${id} is in use` }]));
      return true;
    }
    if (this.#subscriptions.size < MOST_SUBSCRIPTIONS) return false;
    const message = `Max number of ${MOST_SUBSCRIPTIONS} subscriptions reached`;
    this.#socket.send(errorFrame(id, [{ errorType: "MaxSubscriptionsReachedError", message }]));
    return true;
  }

  async #start(frame: Start): Promise<void> {
    const { id } = frame;
    if (this.#refuseStart(id)) return;
    // The id is taken from here on; a stop that comes while the resolver runs wins.
    let isStopped = false;
    const pending = () => {
      isStopped = true;
    };
    this.#subscriptions.set(id, pending);
    try {
      const registration = await this.#registration(frame);
      if (isStopped) return;
      // An invalidation ends the whole connection, the subscriptions beside it too.
      const finish = () => {
        this.#subscriptions.get(id)?.();
        this.#subscriptions.delete(id);
        this.#socket.send(complete(id), () => this.#socket.close(1000));
      };
      const deliver = (body: string) => this.#socket.send(dataFrame(id, body));
      this.#subscriptions.set(id, this.#api.registry.add(registration, { deliver, complete: finish }));
      this.#socket.send(startAck(id));
    } catch (error) {
      if (this.#subscriptions.get(id) === pending) this.#subscriptions.delete(id);
      if (frameError(error).errorType === "InternalFailure")
        this.#api.log(`AppSync: start failed: ${String(error)}`);
      if (!isStopped) this.#socket.send(errorFrame(id, [frameError(error)]));
    }
  }

  async #registration({ text, authorization }: Start) {
    const request = readOperation(text);
    const headers = headersOf(authorization);
    if (Object.keys(headers).length === 0) {
      throw new RequestError(400, "BadRequestException", "The start message has no authorization");
    }
    const { query: queryString, operationName, variables } = request;
    const access = await this.#api.authenticate({
      headers,
      signed: { path: SIGNED_PATH, query: new URLSearchParams(), body: Buffer.from(text) },
      operation: { queryString, variables, ...(operationName === undefined ? {} : { operationName }) },
      sourceIp: this.#sourceIp,
    });
    return subscribe(this.#api, request, access, headers);
  }
}
