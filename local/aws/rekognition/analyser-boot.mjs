// A thread starts without a TypeScript loader, however the main thread got its own.
import { tsImport } from "tsx/esm/api";

await tsImport("./analyser-worker.ts", import.meta.url);
