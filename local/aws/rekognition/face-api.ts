import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { compileFunction } from "node:vm";
import type { Tensorflow } from "./nets.ts";

export interface FaceApi {
  readonly api: typeof import("@vladmandic/face-api");
  readonly modelFolder: string;
}

const require = createRequire(import.meta.url);

/**
 * face-api asks for `@tensorflow/tfjs`, a meta package of 141 MB of which two small nets use a dozen
 * operations. It gets the core instead, with those operations as methods of the tensor.
 */
export function loadFaceApi(): FaceApi {
  const folder = dirname(require.resolve("@vladmandic/face-api"));
  const file = join(folder, "face-api.node-wasm.js");
  const tensorflow = chainedTensorflow();
  const requireForIt = (id: string): unknown => (id === "@tensorflow/tfjs" ? tensorflow : require(id));
  const module: { exports: FaceApi["api"] } = { exports: {} as FaceApi["api"] }; // filled by the script
  const parameters = ["exports", "require", "module", "__filename", "__dirname"];
  const run = compileFunction(readFileSync(file, "utf8"), parameters, { filename: file });
  run(module.exports, requireForIt, module, file, folder);
  return { api: module.exports, modelFolder: join(folder, "..", "model") };
}

type Tensor = import("@tensorflow/tfjs-core").Tensor;
type Operation = (tensor: Tensor, ...rest: never[]) => unknown;

function chainedTensorflow(): Tensorflow {
  const tf: Tensorflow = require("@tensorflow/tfjs-core");
  const { add, sub, mul, div, slice, max, min, relu, cast, transpose, softmax, pad } = tf;
  const { expandDims, squeeze, sigmoid, mean, argMax, concat, reshape } = tf;
  const operations: Record<string, unknown> = {
    add,
    sub,
    mul,
    div,
    slice,
    max,
    min,
    relu,
    cast,
    transpose,
    softmax,
    pad,
    expandDims,
    squeeze,
    sigmoid,
    mean,
    argMax,
    concat,
    reshape,
    as1D: (tensor: Tensor) => reshape(tensor, [-1]),
    as2D: (tensor: Tensor, ...shape: number[]) => reshape(tensor, shape),
    as3D: (tensor: Tensor, ...shape: number[]) => reshape(tensor, shape),
    as4D: (tensor: Tensor, ...shape: number[]) => reshape(tensor, shape),
    toInt: (tensor: Tensor) => cast(tensor, "int32"),
    toFloat: (tensor: Tensor) => cast(tensor, "float32"),
  };
  for (const [name, operation] of Object.entries(operations)) {
    // Every entry takes a tensor first; their signatures have nothing else in common.
    if (!(name in tf.Tensor.prototype)) chain(tf, name, operation as Operation);
  }
  return tf;
}

function chain(tf: Tensorflow, name: string, operation: Operation): void {
  Object.defineProperty(tf.Tensor.prototype, name, {
    value(this: Tensor, ...rest: never[]) {
      return operation(this, ...rest);
    },
  });
}
