import { basename, join, sep } from "node:path";
import { readAssembly } from "../cloudformation/assembly.ts";
import { type SourcedAssembly, withSources } from "../cloudformation/with-sources.ts";
import type { Stack, StackOptions } from "../stack/stack.ts";
import { startStack } from "../stack/start-stack.ts";
import { synthesise } from "../synth/synthesise.ts";
import { type Changes, compareAssemblies } from "./compare-assemblies.ts";
import { startLivePages } from "./live-pages.ts";
import { Reloader } from "./reloader.ts";

export interface DevOptions extends Omit<StackOptions, "assemblyDirectory" | "pages"> {
  /** A reload destroys what is only in memory, so there is a folder. */
  readonly dataDirectory: string;
  readonly log: (line: string) => void;
}

export interface Dev {
  /** The one that runs now. */
  stack(): Stack;
  close(): Promise<void>;
}

/** What the backend is made from; a change of anything else is the pages' business. */
const watched = ["amplify", "functions", "domain"];

/**
 * The stack with pages that reload by themselves and a backend that follows its sources. What is broken is told with
 * its place, and the last version that worked runs on.
 */
export async function startDev(options: DevOptions): Promise<Dev> {
  const { clone, log } = options;
  const [pages, synthesis] = await Promise.all([startLivePages({ clone, tell: log }), synthesise(clone)]);
  options.onStep?.("backend found or made, pages that reload by themselves");
  const start = async (
    assemblyDirectory: string,
    again?: Pick<StackOptions, "port" | "faults">,
  ): Promise<Stack> => {
    const started = await startStack({ ...options, ...again, assemblyDirectory, pages });
    // The first photo should not wait for the nets.
    started.services.rekognition.warm().catch((error: unknown) => log(`rekognition: ERROR ${String(error)}`));
    return started;
  };

  let { directory } = synthesis;
  let assembly = read(directory, clone);
  let stack = await start(directory);
  const tell = (text: string): void => stack.log(`dev: ${text}`);

  /** On the same ports, with the same data and the same faults. */
  const restart = async (to: string): Promise<void> => {
    // Without a port that is asked for, each keeps the number that it had.
    const again = { port: undefined, faults: stack.faults.plan };
    await stack.close();
    try {
      stack = await start(to, again);
    } catch (error) {
      stack = await start(directory, again);
      throw error;
    }
  };

  /** Answers what was done in words. Throws for what is broken; then nothing has changed. */
  const reload = async (paths: readonly string[]): Promise<string | undefined> => {
    const resolvers = paths.filter((path) => assembly.isSource(path));
    if (resolvers.length === paths.length) {
      // Resolvers are copied as they are written: nothing has to be made anew.
      stack.code.exchangeCode(assembly, new Set());
      return `${namesOf(resolvers)} exchanged`;
    }
    const next = await synthesise(clone);
    if (next.directory === directory) return undefined;
    const nextAssembly = read(next.directory, clone);
    const changes = compareAssemblies(assembly, nextAssembly);
    if (changes.others.length > 0) {
      await stack.code.tryAssembly(nextAssembly);
      await restart(next.directory);
    } else {
      stack.code.exchangeCode(nextAssembly, new Set(changes.functions));
    }
    directory = next.directory;
    assembly = nextAssembly;
    return inWords(changes, resolvers);
  };

  const reloader = new Reloader(async (paths) => {
    const startedAt = performance.now();
    try {
      const done = await reload(paths);
      if (done !== undefined) tell(`${done} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      tell(`ERROR the old version runs on: ${reason.replaceAll(`${clone}${sep}`, "")}`);
    }
  });
  await pages.watch(
    watched.map((folder) => join(clone, folder)),
    (path) => {
      if (!/\.test\.tsx?$/.test(path)) reloader.touch(path);
    },
  );

  return {
    stack: () => stack,
    async close() {
      await reloader.close();
      await stack.close();
      await pages.close();
    },
  };
}

function read(directory: string, clone: string): SourcedAssembly {
  return withSources(readAssembly(directory), clone);
}

function inWords({ resolvers, functions, others }: Changes, files: readonly string[]): string {
  if (others.length > 0) return `started anew with the same data: ${others.join(", ")} changed`;
  const exchanged = [...functions, ...resolvers, ...files];
  return exchanged.length > 0 ? `${namesOf(exchanged)} exchanged` : "nothing of the backend changed";
}

function namesOf(paths: readonly string[]): string {
  return paths.map((path) => basename(path)).join(", ");
}
