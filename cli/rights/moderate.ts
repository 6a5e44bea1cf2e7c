import { createHostOrders, type HostOrders } from "../host-orders.ts";
import { until } from "./until.ts";
import type { Visit } from "./visit.ts";

/** Hides a photo, looks at its picture, takes the decision back; bans its guest and lets them play again. */
export async function moderate(visit: Visit, photoId: string): Promise<void> {
  const { endpoints, services } = visit.stack;
  const { userPoolId, userPoolClientId, host, eventId, graphqlUrl } = endpoints;
  const session = services.userPools.signInAs(userPoolId, userPoolClientId, host.username);
  const orders = createHostOrders(graphqlUrl, session.AccessToken);
  const photo = await photoIn(orders, eventId, photoId);
  const { entryId } = await withPassingFault(visit, () => orders.moderate(eventId, "hide", [photo]));
  if (entryId === null) throw new Error("the photo could not be hidden");
  await until("the photo's hiding", () => isIn(orders, eventId, photoId, "hidden"));
  const [pictures] = await orders.pictures(eventId, [photo]);
  const { status } = await fetch(pictures?.thumbnail ?? "");
  if (status !== 200) throw new Error(`a host's picture answers ${status}`);
  await orders.undo(eventId, entryId);
  await until("the photo's return", () => isIn(orders, eventId, photoId, "shown"));
  for (const isBanned of [true, false]) {
    const guest = (await orders.guests(eventId)).find(({ guestId }) => guestId === photo.guestId);
    if (guest === undefined) throw new Error("the photo's guest is not among the guests");
    await orders.changeGuest(eventId, guest, { isBanned });
    await until("the ban", () => isIn(orders, eventId, photoId, isBanned ? "hidden" : "shown"));
  }
  if ((await orders.audit(eventId)).length < 4) throw new Error("the trail is too short");
}

const FORGET = "cloudfront:CreateInvalidation";

/** What the hosts ordered fails once, comes back soon, and goes well then. */
async function withPassingFault<T>({ stack, queues }: Visit, order: () => Promise<T>): Promise<T> {
  const { faults, services } = stack;
  faults.set({ ...faults.plan, calls: { [FORGET]: { failBefore: 1, times: 1 } } });
  const answer = await order();
  await until("the fault", () => faults.struck(FORGET) === 1);
  const { clockOffsetMs = 0 } = faults.plan;
  // A plan that is set anew strikes anew.
  faults.set({ ...faults.plan, calls: {}, clockOffsetMs: clockOffsetMs + 10_000 });
  services.queues.tick();
  await until("the order's second try", () =>
    queues.every(
      (queue) => services.queues.counts(queue).visible + services.queues.counts(queue).inFlight === 0,
    ),
  );
  return answer;
}

async function photoIn(orders: HostOrders, eventId: string, photoId: string) {
  const photo = (await orders.queue(eventId)).find((one) => one.photoId === photoId);
  if (photo === undefined) throw new Error("the photo is not in the queue");
  return photo;
}

const isIn = async (orders: HostOrders, eventId: string, photoId: string, state: string): Promise<boolean> =>
  (await orders.queue(eventId, state)).some((photo) => photo.photoId === photoId);
