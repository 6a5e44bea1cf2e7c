import { analyze } from "../../cli/analyze/analyze.ts";
import { openLocalRekognition } from "../../cli/analyze/local-rekognition.ts";
import type { Analyser } from "../../local/aws/rekognition/analyser.ts";
import { loadNets, type Nets } from "../../local/aws/rekognition/nets.ts";
import { decodePicture } from "../../local/aws/rekognition/picture.ts";
import { readFaces } from "../../local/aws/rekognition/read-faces.ts";
import { clone } from "../fixtures/clone.ts";

/** Milliseconds of processor time. */
export interface TimeOfPictures {
  readonly allMs: number;
  /** Decoding, the nets, and what is cut out for them. */
  readonly readingMs: number;
  readonly netsMs: number;
}

/**
 * `npm run analyze` over a folder, in this process and in one run, so that all of it meets the machine in the same mood
 * and nothing hides behind another processor. `first` is a picture that warms everything up.
 */
export async function timeOfPictures(first: string, folder: string): Promise<TimeOfPictures> {
  const nets = await loadNets();
  const netsTook: number[] = [];
  const readingTook: number[] = [];
  const analyser = onePictureAtATime(timed(nets, netsTook), readingTook);
  const run = async (place: string): Promise<number> => {
    const since = process.cpuUsage();
    await analyze([place, "--workers", "1"], quiet, () => openLocalRekognition(analyser));
    return processorMs(since);
  };
  await run(first);
  netsTook.length = readingTook.length = 0;
  const allMs = await run(folder);
  return { allMs, readingMs: sumOf(readingTook), netsMs: sumOf(netsTook) };
}

const quiet = { env: {}, cwd: clone, print: () => {}, complain: () => {} };

function processorMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

const sumOf = (times: readonly number[]): number => times.reduce((sum, time) => sum + time, 0);

/** Reads as the analyser's thread does, but here. */
function onePictureAtATime(nets: Nets, took: number[]): Analyser {
  let turn: Promise<unknown> = Promise.resolve();
  const readNow = timedCall(async (bytes: Uint8Array) => readFaces(nets, await decodePicture(bytes)), took);
  return {
    read(task, bytes) {
      if (task !== "faces") throw new Error(`only faces are measured, not ${task}`);
      const reading = turn.then(() => readNow(bytes));
      turn = reading.catch(() => {});
      return reading as Promise<never>; // the readings of faces, as `task` says
    },
    warm: async () => {},
    close: async () => {},
  };
}

function timed({ human, expression, ageGender, ...others }: Nets, took: number[]): Nets {
  return {
    ...others,
    human: withTimes(human, took),
    expression: withTimes(expression, took),
    ageGender: withTimes(ageGender, took),
  };
}

/** The same net; each method notes how long it takes. */
function withTimes<T extends object>(net: T, took: number[]): T {
  return new Proxy(net, {
    get(target, member): unknown {
      const value: unknown = Reflect.get(target, member, target);
      if (typeof value !== "function") return value;
      return timedCall(async (...args: unknown[]) => Reflect.apply(value, target, args), took);
    },
  });
}

function timedCall<Args extends unknown[], T>(call: (...args: Args) => Promise<T>, took: number[]) {
  return async (...args: Args): Promise<T> => {
    const since = process.cpuUsage();
    try {
      return await call(...args);
    } finally {
      took.push(processorMs(since));
    }
  };
}
