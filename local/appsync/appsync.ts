import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { graphqlApi } from "./graphql-api.ts";
import { httpHandler } from "./http/http-handler.ts";
import type { AppSyncOptions } from "./options.ts";
import { realtimeServer, type Connections } from "./realtime/realtime-server.ts";

export interface AppSync {
  /** `POST /graphql` and its CORS preflight. Never rejects. */
  readonly httpHandler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** The upgrade of `/graphql/realtime`. */
  readonly handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly connections: () => Connections;
  /** Cuts each open socket with this probability (all when left out), as a failing network does; returns how many. */
  readonly cutSockets: (share?: number) => number;
  /**
   * Runs other resolver code from now on, for the same schema; sockets and subscriptions stay. Throws as
   * `createAppSync` does, and then the old code runs on.
   */
  readonly exchangeCode: (options: AppSyncOptions) => void;
  readonly close: () => Promise<void>;
}

/**
 * A GraphQL API as AppSync runs it. Throws at once for what AppSync or CloudFormation refuses at deployment:
 * a broken schema, resolver code outside of APPSYNC_JS (with file and line), unknown functions and data sources, VTL.
 */
export function createAppSync(options: AppSyncOptions): AppSync {
  const api = graphqlApi(options);
  const { handleUpgrade, connections, cutSockets, close } = realtimeServer(api, options.keepAliveMs);
  const { exchangeCode } = api;
  return { httpHandler: httpHandler(api), handleUpgrade, connections, cutSockets, exchangeCode, close };
}
