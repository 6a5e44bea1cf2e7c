import { WebSocket } from "ws";
import type { TestStack } from "../fixtures/stack.ts";

/** A board's socket, spoken to as AppSync's protocol says, to note when a guest's standing arrives. */
export class BoardWatch {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<string, () => void>();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  static async open({ endpoints }: TestStack): Promise<BoardWatch> {
    const authorization = { host: new URL(endpoints.graphqlUrl).host, "x-api-key": endpoints.apiKey };
    const header = Buffer.from(JSON.stringify(authorization)).toString("base64url");
    const socket = new WebSocket(endpoints.realtimeUrl, ["graphql-ws", `header-${header}`]);
    const watch = new BoardWatch(socket);
    const query = `subscription ($id: ID!) { onStanding(boardId: $id) { displayName version } }`;
    const data = JSON.stringify({ query, variables: { id: endpoints.boardId } });
    await new Promise<void>((ready, fail) => {
      socket.once("error", fail);
      socket.once("open", () => socket.send(JSON.stringify({ type: "connection_init" })));
      socket.on("message", (frame: Buffer) => {
        const message = JSON.parse(frame.toString()) as { type: string; payload?: { data?: Standings } };
        if (message.type === "connection_ack") {
          socket.send(
            JSON.stringify({ id: "1", type: "start", payload: { data, extensions: { authorization } } }),
          );
        }
        if (message.type === "start_ack") ready();
        const name = message.payload?.data?.onStanding?.displayName;
        if (name !== undefined) watch.#waiting.get(name)?.();
      });
    });
    return watch;
  }

  /** Resolves when the guest's next standing arrives. */
  standingOf(displayName: string): Promise<void> {
    return new Promise((done) => this.#waiting.set(displayName, done));
  }

  close(): void {
    this.#socket.close();
  }
}

interface Standings {
  readonly onStanding?: { readonly displayName: string };
}
