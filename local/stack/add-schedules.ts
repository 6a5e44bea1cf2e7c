import { createSchedules, type Schedules } from "../aws/scheduler/create-schedules.ts";
import type { Deployment } from "../cloudformation/deployment.ts";
import type { Groundwork } from "./groundwork.ts";
import type { Services } from "./open-services.ts";

/** The schedules of the templates, which call functions from now on. */
export function addSchedules(
  deployment: Deployment,
  { identities, lambda }: Pick<Services, "identities" | "lambda">,
  { clock, faults, log }: Pick<Groundwork, "clock" | "faults" | "log">,
): Schedules {
  const schedules = createSchedules({ clock, faults, identities, lambda, log });
  for (const { logicalId, properties } of deployment.all("AWS::Scheduler::Schedule"))
    schedules.add(logicalId, properties);
  return schedules;
}
