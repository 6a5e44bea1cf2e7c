import type { AppSync } from "../appsync/appsync.ts";
import type { Clock } from "../aws/service.ts";
import type { FaultPlan } from "../faults/fault-plan.ts";
import type { Faults } from "../faults/faults.ts";
import type { Line } from "../line/line.ts";
import type { LineLogin } from "../line/login/create-line-login.ts";
import type { PageSource } from "../pages/page-source.ts";
import type { RoleRight } from "./add-roles.ts";
import type { Endpoints, Origins } from "./endpoints.ts";
import type { CodeExchange } from "./exchange-code.ts";
import type { Services } from "./open-services.ts";

export interface StackOptions {
  /** Folder of the clone: its node_modules and `dist` are used. */
  readonly clone: string;
  /** The synthesised assembly (`cdk.out`). */
  readonly assemblyDirectory: string;
  /** Where the data is kept; without it everything ends with the stack. */
  readonly dataDirectory: string | undefined;
  /** Main port; 0 for any free ones, undefined for those of the last time. Throws when a given one is taken. */
  readonly port?: number | undefined;
  readonly clock?: Clock;
  /** One line each: what functions print, what stand-ins have to say. */
  readonly log?: (line: string) => void;
  /** Told of each step of the start when it is done. */
  readonly onStep?: (step: string) => void;
  /** The pages; those built in `dist` when left out. */
  readonly pages?: PageSource;
  /** Threads that read faces. */
  readonly readers?: number;
  /** False: queues fill and nobody works them off, as if the worker ran on another machine. For measurements. */
  readonly worksOffQueues?: boolean;
  /** `always`: every event gets a sandbox of its own, as after a long pause on AWS. */
  readonly coldStarts?: "always" | undefined;
  /** What goes wrong as soon as the stack is up; a healthy world when left out. */
  readonly faults?: FaultPlan;
  /** A right that its role shall not have, to see who misses it. */
  readonly withoutRight?: RoleRight;
}

/** A running Egao: the synthesised backend on stand-ins, LINE, the CDN and the pages. */
export interface Stack {
  readonly endpoints: Endpoints;
  readonly origins: Origins;
  readonly services: Services;
  readonly line: Line;
  readonly login: LineLogin;
  readonly api: AppSync;
  /** What goes wrong on command; may be changed at any time. */
  readonly faults: Faults;
  /** Notes a line as functions and stand-ins write it: `NAME: text`. */
  readonly log: (line: string) => void;
  /** Other code for what runs. */
  readonly code: CodeExchange;
  close(): Promise<void>;
}
