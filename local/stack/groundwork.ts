import type { Clock } from "../aws/service.ts";
import { type Assembly, readAssembly } from "../cloudformation/assembly.ts";
import { type Deployment, deploy } from "../cloudformation/deployment.ts";
import { withSources } from "../cloudformation/with-sources.ts";
import { Faults } from "../faults/faults.ts";
import { LogBook } from "../log/log-book.ts";
import { type Origins, originsOf } from "./endpoints.ts";
import { checkTypes } from "./inert-types.ts";
import { choosePorts, type Ports } from "./ports.ts";
import type { Settings } from "./settings.ts";
import type { StackOptions } from "./stack.ts";

/** What is known before anything is opened. */
export interface Groundwork {
  readonly options: StackOptions;
  readonly settings: Settings;
  readonly ports: Ports;
  readonly origins: Origins;
  readonly assembly: Assembly;
  readonly deployment: Deployment;
  readonly faults: Faults;
  readonly book: LogBook;
  readonly log: (line: string) => void;
  /** The time of this whole world. */
  readonly clock: Clock;
}

export async function layGroundwork(options: StackOptions, settings: Settings): Promise<Groundwork> {
  const outerClock = options.clock ?? Date.now;
  const book = new LogBook(outerClock);
  const faults = new Faults();
  const ports = await choosePorts(settings.ports, options.port);
  const origins = originsOf(ports);
  const assembly = withSources(readAssembly(options.assemblyDirectory), options.clone);
  const deployment = deploy(assembly, { aws: origins.aws });
  checkTypes(deployment.types);
  const log = (line: string): void => {
    book.hear(line);
    options.log?.(line);
  };
  const clock = faults.clock(outerClock);
  return { options, settings, ports, origins, assembly, deployment, faults, book, log, clock };
}
