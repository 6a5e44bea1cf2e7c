import { expect, vi } from "vitest";
import { WebSocket } from "ws";
import { API_KEY, type Harness, type Loose } from "./appsync-harness.ts";

type Frame = { readonly type: string; readonly id?: string; readonly payload?: Loose };

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value));

export interface Client {
  readonly frames: Frame[];
  readonly socket: WebSocket;
  send(frame: unknown): void;
  /** Sends a `start` frame and waits for its answer. */
  start(
    id: string,
    query: string,
    authorization?: Record<string, string>,
    variables?: unknown,
  ): Promise<Frame>;
  /** Waits for the first frame that fits. */
  next(type: string, id?: string): Promise<Frame>;
  closed(): Promise<number>;
}

type Address = Pick<Harness, "realtimeUrl">;

export interface ConnectOptions {
  readonly carrier?: "subprotocol" | "query" | "headers";
  /** Without `host`, which is the address of the API unless `host` says otherwise; null: none at all. */
  readonly authorization?: Record<string, string>;
  readonly host?: string | null;
  readonly protocols?: readonly string[];
  /** Without it the client sends `connection_init` itself. */
  readonly isSilent?: boolean;
}

function dial({ realtimeUrl }: Address, options: ConnectOptions): WebSocket {
  const { carrier = "subprotocol", protocols = ["graphql-ws"] } = options;
  const given = options.authorization ?? { "x-api-key": API_KEY };
  if (carrier === "headers") return new WebSocket(realtimeUrl, [...protocols], { headers: given });
  const { host = new URL(realtimeUrl).host } = options;
  const authorization = { ...given, ...(host !== null && { host }) };
  if (carrier === "query") {
    const query = new URLSearchParams({ header: encoded(authorization).toString("base64"), payload: "e30=" });
    return new WebSocket(`${realtimeUrl}?${query}`, [...protocols]);
  }
  return new WebSocket(realtimeUrl, [...protocols, `header-${encoded(authorization).toString("base64url")}`]);
}

/** A raw client of the real-time protocol. */
export async function connect(harness: Address, options: ConnectOptions = {}): Promise<Client> {
  const socket = dial(harness, options);
  const frames: Frame[] = [];
  socket.on("message", (text) => frames.push(JSON.parse(Buffer.from(text as Uint8Array).toString("utf8"))));
  const closing = new Promise<number>((resolve) => socket.on("close", resolve));
  await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject));
  const send = (frame: unknown) => socket.send(typeof frame === "string" ? frame : JSON.stringify(frame));
  const next = (type: string, id?: string) =>
    vi.waitFor(
      () => {
        const frame = frames.find((one) => one.type === type && (id === undefined || one.id === id));
        expect(frame, `no ${type} among ${JSON.stringify(frames)}`).toBeDefined();
        return frame as Frame; // expected in the line above
      },
      { timeout: 5000, interval: 5 },
    );
  if (!options.isSilent) send({ type: "connection_init" });
  return {
    frames,
    socket,
    send,
    next,
    closed: () => closing,
    async start(id, query, authorization = { "x-api-key": API_KEY }, variables = {}) {
      const data = JSON.stringify({ query, variables });
      send({ id, type: "start", payload: { data, extensions: { authorization } } });
      return vi.waitFor(
        () => {
          const frame = frames.find(
            (one) => one.id === id && (one.type === "start_ack" || one.type === "error"),
          );
          expect(frame).toBeDefined();
          return frame as Frame; // expected in the line above
        },
        { timeout: 5000, interval: 5 },
      );
    },
  };
}
