import { parentPort } from "node:worker_threads";
import sharp from "sharp";
import { loadNets } from "./nets.ts";
import type { Nets } from "./nets.ts";
import { decodePicture, type Picture } from "./picture.ts";
import { PORTRAIT_SIDE } from "./portrait.ts";
import { readFaces, readPortrait } from "./read-faces.ts";
import { readObjects } from "./read-objects.ts";
import { RefusedPicture } from "./reading.ts";
import type { WorkerAnswer, WorkerRequest } from "./reading.ts";

const port = parentPort;
if (!port) throw new Error("analyser-worker.ts runs as a worker thread only");

sharp.concurrency(1);
const ready = loadNets().then(warmed);

port.on("message", (request: WorkerRequest) => {
  void answer(request).then((answered) => port.postMessage(answered)); // `answer` never rejects
});

async function answer(request: WorkerRequest): Promise<WorkerAnswer> {
  try {
    return { id: request.id, ok: true, reading: await perform(await ready, request) };
  } catch (error) {
    const refusal = error instanceof RefusedPicture ? error.refusal : undefined;
    return {
      id: request.id,
      ok: false,
      refusal,
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

async function perform(nets: Nets, request: WorkerRequest): Promise<unknown> {
  if (request.task === "warm") return undefined;
  const picture = await pictureOf(request.bytes);
  return request.task === "faces" ? readFaces(nets, picture) : readObjects(nets, picture);
}

let latest: { readonly bytes: Uint8Array; readonly picture: Picture } | undefined;

/** Faces and things of a picture are mostly asked for one after the other. */
async function pictureOf(bytes: Uint8Array): Promise<Picture> {
  if (latest === undefined || Buffer.compare(latest.bytes, bytes) !== 0) {
    latest = { bytes, picture: await decodePicture(bytes) };
  }
  return latest.picture;
}

/** The first run of a net is several times slower than the following ones. */
async function warmed(nets: Nets): Promise<Nets> {
  const blank = { pixels: Buffer.alloc(256 * 256 * 3, 128), width: 256, height: 256 };
  await readFaces(nets, blank);
  await readPortrait(nets, new Uint8Array(PORTRAIT_SIDE * PORTRAIT_SIDE * 3));
  return nets;
}
