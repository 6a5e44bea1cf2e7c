import { generateClient } from "aws-amplify/api";
import { WebSocket } from "ws";
import type { Loose } from "./appsync-harness.ts";

/**
 * The client always opens `wss:`; the local pages have the same shim. In a browser each event is a task of its own:
 * `ws` would hand over what came with the handshake before promises that wait for `open` are settled.
 */
export class LoopbackSocket extends WebSocket {
  constructor(address: string | URL, protocols?: string | string[]) {
    super(String(address).replace(/^wss:\/\/127\.0\.0\.1/, "ws://127.0.0.1"), protocols);
    this.once("open", () => {
      this.pause();
      setImmediate(() => this.resume());
    });
  }
}

export interface GraphqlCall {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly authMode?: "apiKey" | "iam" | "lambda" | "userPool";
  readonly authToken?: string;
}

const client = generateClient();
// The client's own type follows the text of the query; here the answers are looked at as they come.
const graphql: (call: GraphqlCall) => Loose = client.graphql.bind(client) as never;

/** A query or mutation; rejects with what the client throws. */
export const ask = async (call: GraphqlCall): Promise<Loose> => graphql(call);

/** A subscription and what it has told so far. */
export interface Watched {
  readonly events: Loose[];
  readonly errors: Loose[];
  end(): void;
}

export function watch(call: GraphqlCall): Watched {
  const events: Loose[] = [];
  const errors: Loose[] = [];
  const subscription = graphql(call).subscribe({
    next: (event: { data: unknown }) => events.push(event.data),
    error: (error: unknown) => errors.push(error),
  });
  return { events, errors, end: () => subscription.unsubscribe() };
}
