import { InMemoryEventStore } from "../shared/in-memory-event-store.ts";
import type { HostPorts } from "./host-ports.ts";
import type { Order } from "./trail.ts";

/** What a host's actions need, over the worker's world in memory; both queues end in `world.queued`. For tests. */
export function hostPortsOf({
  ports: { hosts, queue, exportQueue, clock },
}: {
  readonly ports: Pick<HostPorts, "hosts" | "queue" | "exportQueue" | "clock">;
}): HostPorts {
  let ids = 0;
  return {
    hosts,
    events: new InMemoryEventStore(),
    queue,
    orderQueue: queue,
    exportQueue,
    archives: { addressOf: (key, fileName) => `https://bucket/${key}#${fileName}` },
    rehearsalQueue: { send: async () => {}, sendAll: async () => {} },
    photos: { photosOfEvent: async () => ({ photos: [] }) },
    clock,
    names: { nameOf: async (username) => username },
    pictures: {
      addressesOf: ({ photoId }) => ({ display: `/${photoId}.jpg`, thumbnail: `/${photoId}-s.jpg` }),
    },
    newId: () => `id-${++ids}`,
    random: () => 0,
  };
}

/** Hanako orders. */
export const orderOf = (eventId: string, action: string, actor = "hanako"): Order => ({
  eventId,
  actor,
  actorName: `${actor}@example.org`,
  action,
});
