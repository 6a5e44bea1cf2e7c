import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type Human from "@vladmandic/human";
import type { Config } from "@vladmandic/human";
import type { FaceExpressionNet, AgeGenderNet } from "@vladmandic/face-api";
import { loadFaceApi } from "./face-api.ts";

export type Tensorflow = typeof import("@tensorflow/tfjs-core");

export interface Nets {
  readonly tf: Tensorflow;
  /** Finds faces and their mesh. */
  readonly human: Human;
  /** Finds objects; its net is loaded with the first picture. */
  readonly objects: Human;
  readonly expression: FaceExpressionNet;
  readonly ageGender: AgeGenderNet;
}

const require = createRequire(import.meta.url);
const MODEL_SCHEME = "human-model://";

/** Loads every net that faces need from the installed packages; nothing is downloaded. */
export async function loadNets(): Promise<Nets> {
  const tf: Tensorflow = require("@tensorflow/tfjs-core");
  const folder = dirname(require.resolve("@vladmandic/human"));
  // The package's export map offers only the build for native TensorFlow.
  const build: { default: typeof Human } = require(join(folder, "human.node-wasm.js"));
  readModelsFrom(tf, join(folder, "..", "models"));
  const human = new build.default(faceConfig());
  await human.load();
  const faceApi = loadFaceApi();
  const { faceExpressionNet: expression, ageGenderNet: ageGender } = faceApi.api.nets;
  await expression.loadFromDisk(faceApi.modelFolder);
  await ageGender.loadFromDisk(faceApi.modelFolder);
  return { tf, human, objects: new build.default(objectConfig()), expression, ageGender };
}

const off = { enabled: false };

function baseConfig(): Partial<Config> {
  const wasmFile = require.resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm");
  return {
    backend: "wasm",
    wasmPath: `${dirname(wasmFile)}/`, // the default is a CDN
    modelBasePath: MODEL_SCHEME,
    cacheSensitivity: 0, // the default lets the last picture colour the answer for the next
    async: false,
    warmup: "none",
    debug: false,
    filter: off,
    gesture: off,
    body: off,
    hand: off,
    segmentation: off,
  };
}

function faceConfig(): Partial<Config> {
  return {
    ...baseConfig(),
    object: off,
    face: {
      enabled: true,
      detector: { maxDetected: 100, rotation: false },
      mesh: { enabled: true },
      iris: { enabled: true },
      attention: off,
      emotion: off,
      description: off,
    },
  };
}

function objectConfig(): Partial<Config> {
  return { ...baseConfig(), face: off, object: { enabled: true, maxDetected: 50, minConfidence: 0.4 } };
}

/** TensorFlow without its native part has no loader for files. */
function readModelsFrom(tf: Tensorflow, folder: string): void {
  tf.io.registerLoadRouter((url) => {
    if (typeof url !== "string" || !url.startsWith(MODEL_SCHEME)) return null as never; // "not mine", as documented
    return { load: () => readModel(join(folder, url.slice(MODEL_SCHEME.length))) };
  });
}

async function readModel(file: string) {
  const model = JSON.parse(await readFile(file, "utf8"));
  const groups: { paths: string[]; weights: [] }[] = model.weightsManifest;
  const parts = await Promise.all(
    groups.flatMap((g) => g.paths).map((part) => readFile(join(dirname(file), part))),
  );
  return {
    modelTopology: model.modelTopology,
    format: model.format,
    signature: model.signature,
    userDefinedMetadata: model.userDefinedMetadata,
    weightSpecs: groups.flatMap((group) => group.weights),
    weightData: new Uint8Array(Buffer.concat(parts)).buffer,
  };
}
