// @ts-check
// What Lambda's Node runtime does inside the sandbox: loads the handler once, then calls it for one event at a time.
// Plain JavaScript, because a worker thread starts without the loader that reads TypeScript.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { getHeapStatistics } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";

if (parentPort === null) throw new Error("sandbox-runtime runs in a worker thread only");
const port = parentPort;
/** @type {{ codePath: string, handler: string, memoryBytes: number, clockOffset?: Float64Array }} */
const { codePath, handler, memoryBytes, clockOffset } = workerData;
// As on Lambda, where it is /var/task; `fs` itself still takes paths that are relative from where the process runs.
process.cwd = () => codePath;

const machineNow = Date.now;
/** The world that the function lives in may be ahead of the machine or behind it, and may jump at any moment. */
const now = () => machineNow() + (clockOffset?.[0] ?? 0);
const MachineDate = Date;
globalThis.Date = new Proxy(MachineDate, {
  construct: (target, parts, newTarget) =>
    Reflect.construct(target, parts.length === 0 ? [now()] : parts, newTarget),
  apply: () => new MachineDate(now()).toString(),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});

/** @param {unknown} error @param {string} [errorType] */
function describe(error, errorType) {
  const isError = error instanceof Error;
  return {
    errorType: errorType ?? (isError ? error.name : typeof error),
    errorMessage: isError ? error.message : String(error),
    trace: isError ? (error.stack ?? "").split("\n") : [],
  };
}

let startedAt = performance.now();
const durationMs = () => performance.now() - startedAt;

/** @param {unknown} error @param {string} [errorType] */
function crash(error, errorType) {
  port.postMessage({
    kind: "failed",
    error: describe(error, errorType),
    fatal: true,
    durationMs: durationMs(),
  });
  process.exit(1);
}

process.on("uncaughtException", (error) => crash(error));
process.on("unhandledRejection", (reason) => crash(reason, "Runtime.UnhandledPromiseRejection"));

/** @returns {Promise<Function>} */
async function loadHandler() {
  const dot = handler.lastIndexOf(".");
  const [moduleName, name] = [handler.slice(0, dot), handler.slice(dot + 1)];
  const file = [".mjs", ".js", ".cjs"]
    .map((end) => join(codePath, moduleName + end))
    .find((path) => existsSync(path));
  if (file === undefined) {
    throw Object.assign(new Error(`Cannot find module '${moduleName}' in ${codePath}`), {
      name: "Runtime.ImportModuleError",
    });
  }
  const loaded = await import(pathToFileURL(file).href);
  const found = loaded[name] ?? loaded.default?.[name];
  if (typeof found === "function") return found;
  throw Object.assign(new Error(`${handler} is undefined or not exported`), {
    name: "Runtime.HandlerNotFound",
  });
}

const MEMORY_CHECK_MS = 50;

/** The thread's limit holds for JavaScript's heap only; buffers are beside it. */
function checkMemory() {
  const { total_heap_size: heap, external_memory: external } = getHeapStatistics();
  if (heap + external > memoryBytes) port.postMessage({ kind: "outOfMemory" });
}

/** @param {Function} run @param {unknown} event @param {object} context @returns {Promise<unknown>} */
function call(run, event, context) {
  return new Promise((resolve, reject) => {
    const callback = (/** @type {unknown} */ error, /** @type {unknown} */ result) =>
      error === null || error === undefined ? resolve(result) : reject(error);
    const returned = run(event, context, callback);
    if (typeof returned?.then === "function") returned.then(resolve, reject);
    // A plain function that takes no callback has nothing to answer with, as on AWS.
    else if (run.length < 3) resolve(null);
  });
}

/** @param {Function} run @param {{ payload: string, context: Record<string, unknown>, deadlineMs: number }} job */
async function invoke(run, { payload, context, deadlineMs }) {
  startedAt = performance.now();
  const watch = setInterval(checkMemory, MEMORY_CHECK_MS);
  const getRemainingTimeInMillis = () => Math.max(0, deadlineMs - machineNow());
  const full = { callbackWaitsForEmptyEventLoop: true, ...context, getRemainingTimeInMillis };
  try {
    const result = await call(run, JSON.parse(payload), full);
    checkMemory();
    port.postMessage({ kind: "done", payload: render(result), durationMs: durationMs() });
  } catch (error) {
    port.postMessage({ kind: "failed", error: describe(error), fatal: false, durationMs: durationMs() });
  } finally {
    clearInterval(watch);
  }
}

/** @param {unknown} result */
function render(result) {
  try {
    return JSON.stringify(result) ?? "null";
  } catch (cause) {
    const message = `Unable to stringify response body: ${describe(cause).errorMessage}`;
    throw Object.assign(new Error(message), { name: "Runtime.MarshalError" });
  }
}

try {
  const run = await loadHandler();
  port.on("message", (job) => void invoke(run, job));
  port.postMessage({ kind: "ready" });
} catch (error) {
  const missing = error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
  const broken = error instanceof SyntaxError;
  crash(error, missing ? "Runtime.ImportModuleError" : broken ? "Runtime.UserCodeSyntaxError" : undefined);
}
