import { launchBrowser } from "../fixtures/browser.ts";
import { told } from "./board-frames/seen-words.ts";
import { serveBoard } from "./board-frames/serve-board.ts";
import { type Held, WatchedBoard } from "./board-frames/watched-board.ts";
import type { Measurement, Row } from "./measurement.ts";
import { megabytes } from "./statistics.ts";

const stages = ["ranking", "wall", "round"] as const;
/** How long each has the screen: the wall reads all photos in less. */
const STAGE_MINUTES = 3;
const CHANGES_A_SECOND = 100;
const minutes = Number(process.env["EGAO_BENCH_BOARD_MINUTES"] ?? 60);

interface Sample extends Held {
  readonly minute: number;
  readonly stage: (typeof stages)[number];
}

/** What an evening of so many changes leaves in the board's memory: looked at each minute, when all waste is collected. */
export const boardHour: Measurement = {
  name: "board hour",
  isOnlyByName: true,
  async run(): Promise<readonly Row[]> {
    const [browser, served] = await Promise.all([launchBrowser(), serveBoard()]);
    try {
      const board = await WatchedBoard.open(browser, served.url);
      await board.ask({ changesASecond: CHANGES_A_SECOND });
      const samples: Sample[] = [];
      for (let minute = 1; minute <= minutes; minute += 1) {
        const stage = stages[Math.floor((minute - 1) / STAGE_MINUTES) % stages.length] ?? "ranking";
        if ((minute - 1) % STAGE_MINUTES === 0) await board.ask({ stage, step: null });
        const { frames } = await board.measure(60);
        const sample = { minute, stage, ...(await board.held()) };
        samples.push(sample);
        console.log(`  ${minute} min, ${stage}: ${heldWords(sample)}; ${told(frames)}`);
      }
      return stages.map((stage) => rowOf(stage, samples));
    } finally {
      await browser.close();
      served.close();
    }
  },
};

function rowOf(stage: Sample["stage"], samples: readonly Sample[]): Row {
  // At the end of each visit: then the stage holds all it holds.
  const visits = samples.filter((sample) => sample.stage === stage && sample.minute % STAGE_MINUTES === 0);
  const told = [visits[0], visits[Math.floor(visits.length / 2)], visits.at(-1)].flatMap((visit) =>
    visit === undefined ? [] : [`after ${visit.minute} min ${heldWords(visit)}`],
  );
  const what = `board hour, ranking, wall and round in turns, ${CHANGES_A_SECOND} changes/s: heap, page's process, DOM nodes, listeners at ${stage}`;
  return { what, measured: told.join("; ") };
}

function heldWords({ heapBytes, residentBytes, nodes, listeners }: Held): string {
  const heap = `${(heapBytes / 2 ** 20).toFixed(1)} MB`;
  return `${heap}, ${megabytes(residentBytes)}, ${nodes}, ${listeners}`;
}
