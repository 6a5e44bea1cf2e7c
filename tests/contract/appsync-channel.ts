import { expect, vi } from "vitest";
import type { AppSyncOptions } from "../../local/appsync/options.ts";
import { openAppSync, WORKER, type Harness, type Loose } from "./appsync-harness.ts";
import { connect, type Client, type ConnectOptions } from "./appsync-socket.ts";

/** What the publisher selects unless a test says otherwise. */
export const ALL = "boardId guestId points label sentAt faces { left }";
export const ON_SCORE =
  "subscription On($boardId: ID!) { onScore(boardId: $boardId) { boardId guestId points } }";
export const PUBLISH = `mutation P($boardId: ID!, $guestId: ID!, $points: Float, $label: String) {
  publishScore(boardId: $boardId, guestId: $guestId, points: $points, label: $label) { ${ALL} } }`;

/** The example API with sockets that are closed at the end, and its one publisher. */
export interface Channel extends Harness {
  open(options?: ConnectOptions): Promise<Client>;
  /** A publication as the worker's role; resolves when it has been handed to all who hear it. */
  publish(boardId: string, guestId: string, points?: number, query?: string): Promise<Loose>;
}

export async function openChannel(overrides: Partial<AppSyncOptions> = {}): Promise<Channel> {
  const api = await openAppSync({ keepAliveMs: 50, ...overrides });
  const clients: Client[] = [];
  return {
    ...api,
    async open(options) {
      const client = await connect(api, options);
      clients.push(client);
      return client;
    },
    publish: (boardId, guestId, points = 1, query = PUBLISH) =>
      api.query(query, WORKER, { boardId, guestId, points }),
    async close() {
      clients.forEach(({ socket }) => socket.terminate());
      await api.close();
    },
  };
}

/** The payloads that a client got for one subscription, once there are at least `count`. */
export async function eventsOf(client: Client, id: string, count: number): Promise<Loose[]> {
  const all = () => client.frames.filter((frame) => frame.type === "data" && frame.id === id);
  await vi.waitFor(() => expect(all().length).toBeGreaterThanOrEqual(count), { timeout: 5000, interval: 5 });
  return all().map(({ payload }) => payload);
}
