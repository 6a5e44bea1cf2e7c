import type { Plugin } from "vite";
import { launchBrowser } from "../fixtures/browser.ts";
import { atOnce } from "./board-frames/build-at-once.ts";
import { mainThread, told } from "./board-frames/seen-words.ts";
import { serveBoard } from "./board-frames/serve-board.ts";
import { WatchedBoard } from "./board-frames/watched-board.ts";
import type { Measurement, Row } from "./measurement.ts";

const SECONDS = 20;
const TRACED_SECONDS = 8;
const SETTLE_SECONDS = 5;
/** Each is told in two messages. */
const CHANGES_A_SECOND = 100;
const stages = ["ranking", "wall", "round", "reveal"] as const;
type StageName = (typeof stages)[number];

/**
 * The board in a real browser at 1920 × 1080, at rest and while changes come, stage by stage; the ranking also without
 * its pace. Where there is no graphics card, painting takes the same processors: the second row of each tells what our
 * own code takes of a frame.
 */
export const boardFrames: Measurement = {
  name: "board frames",
  async run(): Promise<readonly Row[]> {
    const asItIs = await rowsOf(stages, [0, CHANGES_A_SECOND], "board", []);
    const unpaced = await rowsOf(["ranking"], [CHANGES_A_SECOND], "board without its pace", [atOnce]);
    return [...asItIs, ...unpaced];
  },
};

async function rowsOf(
  shown: readonly StageName[],
  rates: readonly number[],
  name: string,
  plugins: readonly Plugin[],
): Promise<readonly Row[]> {
  const [browser, served] = await Promise.all([launchBrowser(), serveBoard(plugins)]);
  const rows: Row[] = [];
  try {
    const board = await WatchedBoard.open(browser, served.url);
    for (const stage of shown) {
      for (const rate of rates) rows.push(...(await watched(board, stage, rate, name)));
    }
    return rows;
  } finally {
    await browser.close();
    served.close();
  }
}

async function watched(
  board: WatchedBoard,
  stage: StageName,
  rate: number,
  name: string,
): Promise<readonly Row[]> {
  // The reveal's paper falls at its beginning; the others are looked at when they have begun.
  const settles = stage !== "reveal";
  await board.ask({ changesASecond: rate });
  await board.ask({ stage: "frozen", step: null });
  await board.measure(1);
  await board.ask({ stage, step: settles ? null : 10 });
  if (settles) await board.measure(SETTLE_SECONDS);
  const seen = await board.measure(SECONDS);
  const tasks = await board.tasks(TRACED_SECONDS);
  const what = `${name}, ${stage}, ${rate} changes/s`;
  return [
    {
      what: `${what}: a frame p50 / p95 / p99 / longest; frames that missed one / more of the screen's`,
      measured: told(seen.frames),
    },
    {
      what: `${what}: main thread, all / scripts; its tasks p99 / longest`,
      measured: mainThread(seen, tasks),
    },
  ];
}
