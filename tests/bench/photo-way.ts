import { freshPicture } from "../fixtures/fresh-picture.ts";
import { startTestStack } from "../fixtures/stack.ts";
import { BoardWatch } from "./board-watch.ts";
import type { Measurement, Row } from "./measurement.ts";
import { median, ms, percentile } from "./statistics.ts";

const PHOTOS = 40;
const samples = ["bride", "guest-smile", "couple", "three-friends"];

/** Photos of different guests, one per second, from the phone to the card and to the board's socket. */
export const photoWay: Measurement = {
  name: "photo to card and board",
  async run(): Promise<readonly Row[]> {
    const stack = await startTestStack();
    const watch = await BoardWatch.open(stack);
    try {
      await stack.services.rekognition.warm();
      const analysisMs = timeAnalysis(stack.services.rekognition);
      const toCard: number[] = [];
      const toBoard: number[] = [];
      const analysis: number[] = [];
      for (let index = 0; index < PHOTOS; index++) {
        const picture = await freshPicture(samples[index % samples.length] ?? "bride");
        const name = `Guest ${index}`;
        const userId = await stack.phones.userNamed(name);
        analysisMs.length = 0;
        const startedAt = performance.now();
        const onBoard = watch.standingOf(name).then(() => performance.now() - startedAt);
        await stack.phones.sendPicture(userId, picture, 30_000);
        const cardMs = performance.now() - startedAt;
        const boardMs = await onBoard;
        // The first ones start the functions.
        if (index >= 5) {
          toCard.push(cardMs);
          toBoard.push(boardMs);
          analysis.push(Math.max(...analysisMs));
        }
        await new Promise((done) => setTimeout(done, Math.max(0, 1000 - cardMs)));
      }
      const without = (times: readonly number[]): number[] =>
        times.map((time, at) => time - (analysis[at] ?? 0));
      return [
        { what: "photo → card, with analysis: p50 / p95", measured: pair(toCard) },
        {
          what: "photo → card, without the analysis: p50 / p95",
          measured: pair(without(toCard)),
          budget: "p95 250 ms",
        },
        {
          what: "photo → board, without the analysis: p50 / p95",
          measured: pair(without(toBoard)),
          budget: "p95 250 ms",
        },
        { what: "the analysis meanwhile: p50", measured: ms(median(analysis)) },
      ];
    } finally {
      watch.close();
      await stack.close();
    }
  },
};

const pair = (times: readonly number[]): string => `${ms(median(times))} / ${ms(percentile(times, 0.95))}`;

/** Notes how long each DetectFaces takes, from the call until its answer. */
function timeAnalysis(rekognition: { call: (...call: never[]) => Promise<unknown> }): number[] {
  const times: number[] = [];
  const original = rekognition.call.bind(rekognition) as (...call: unknown[]) => Promise<unknown>;
  const timed = async (...call: unknown[]): Promise<unknown> => {
    const startedAt = performance.now();
    try {
      return await original(...call);
    } finally {
      times.push(performance.now() - startedAt);
    }
  };
  Object.assign(rekognition, { call: timed });
  return times;
}
