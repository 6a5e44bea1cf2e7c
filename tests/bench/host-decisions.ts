import type { HostOrders, HostPhoto } from "../../cli/host-orders.ts";
import { freshPicture } from "../fixtures/fresh-picture.ts";
import { signedInHost } from "../fixtures/host.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import { BoardWatch } from "./board-watch.ts";
import type { Measurement, Row } from "./measurement.ts";
import { median, ms, percentile } from "./statistics.ts";

const GUESTS = 30;

/** From a host's press to the board's socket: one photo after the other, and all of them at once. */
export const hostDecisions: Measurement = {
  name: "host's decision to board",
  async run(): Promise<readonly Row[]> {
    const stack = await startTestStack();
    const watch = await BoardWatch.open(stack);
    try {
      const host = await signedInHost(stack, "hanako@example.org");
      await sendPhotos(stack);
      const hiding = await oneByOne(host, stack, watch, "hide");
      const showing = await oneByOne(host, stack, watch, "rules");
      return [
        { what: "host hides a photo → board: p50 / p95", measured: pair(hiding), budget: "1 s" },
        { what: "host shows a photo → board: p50 / p95", measured: pair(showing), budget: "1 s" },
        {
          what: `host hides ${GUESTS} photos of as many guests at once → the last one left the board`,
          measured: ms(await allAtOnce(host, stack, watch)),
        },
      ];
    } finally {
      watch.close();
      await stack.close();
    }
  },
};

const pair = (times: readonly number[]): string => `${ms(median(times))} / ${ms(percentile(times, 0.95))}`;

async function sendPhotos(stack: TestStack): Promise<void> {
  for (let index = 0; index < GUESTS; index++) {
    const userId = await stack.phones.userNamed(`Guest ${index}`);
    await stack.phones.sendPicture(userId, await freshPicture("guest-smile", 500), 30_000);
  }
}

async function oneByOne(
  host: HostOrders,
  { endpoints: { eventId } }: TestStack,
  watch: BoardWatch,
  says: string,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const photo of await host.queue(eventId)) {
    const startedAt = performance.now();
    const onBoard = watch.standingOf(photo.displayName).then(() => performance.now() - startedAt);
    await host.moderate(eventId, says, [photo]);
    times.push(await onBoard);
  }
  // The first ones start the functions.
  return times.slice(3);
}

async function allAtOnce(
  host: HostOrders,
  { endpoints: { eventId } }: TestStack,
  watch: BoardWatch,
): Promise<number> {
  const photos: readonly HostPhoto[] = await host.queue(eventId);
  const startedAt = performance.now();
  const onBoard = Promise.all(photos.map(({ displayName }) => watch.standingOf(displayName)));
  await host.moderate(eventId, "hide", photos);
  await onBoard;
  return performance.now() - startedAt;
}
