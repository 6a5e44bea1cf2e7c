import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import type { GraphqlApi } from "../graphql-api.ts";
import { Connection } from "./connection.ts";
import { connectionError, frameError, type FrameError } from "./frames.ts";
import { authenticateConnect, SUBPROTOCOL } from "./handshake.ts";

const KEEP_ALIVE_MS = 60_000;
const LARGEST_FRAME_BYTES = 1_048_576;

export interface Connections {
  readonly count: number;
  readonly subscriptionCount: number;
}

export interface RealtimeServer {
  readonly handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly connections: () => Connections;
  readonly cutSockets: (share?: number) => number;
  readonly close: () => Promise<void>;
}

/** The client gets to hear the reason, then the socket is closed. */
function refuse(socket: WebSocket, error: FrameError): void {
  socket.on("error", () => socket.terminate());
  socket.send(connectionError(error), () => socket.close(1000));
}

async function refusalOf(api: GraphqlApi, request: IncomingMessage): Promise<FrameError | undefined> {
  try {
    await authenticateConnect(api, request);
    return undefined;
  } catch (error) {
    return frameError(error);
  }
}

/** AppSync's own dialect of `graphql-ws`. */
export function realtimeServer(api: GraphqlApi, keepAliveMs: number = KEEP_ALIVE_MS): RealtimeServer {
  const open = new Set<Connection>();
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: LARGEST_FRAME_BYTES,
    handleProtocols: (protocols) => (protocols.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  });
  const keepAlive = setInterval(() => open.forEach((connection) => connection.keepAlive()), keepAliveMs);
  keepAlive.unref();

  async function accept(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on("error", () => socket.destroy());
    const refusal = await refusalOf(api, request);
    server.handleUpgrade(request, socket, head, (client) => {
      if (refusal) return refuse(client, refusal);
      const connection = new Connection(client, api, request.socket.remoteAddress ?? "127.0.0.1");
      open.add(connection);
      client.on("close", () => open.delete(connection));
    });
  }

  return {
    handleUpgrade: (request, socket, head) => void accept(request, socket, head),
    connections: () => ({
      count: open.size,
      subscriptionCount: [...open].reduce((sum, { subscriptionCount }) => sum + subscriptionCount, 0),
    }),
    cutSockets(share = 1) {
      const struck = [...open].filter(() => api.faults.strikes(share));
      for (const connection of struck) connection.drop();
      return struck.length;
    },
    async close() {
      clearInterval(keepAlive);
      for (const client of server.clients) client.terminate();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
