import { join } from "node:path";
import type { AppSync } from "../appsync/appsync.ts";
import type { Clock } from "../aws/service.ts";
import { cutAtRandom } from "../faults/cut-at-random.ts";
import { addEventSources, addFunctions } from "./add-functions.ts";
import { addResources } from "./add-resources.ts";
import type { HostAccount } from "./add-user-pool.ts";
import { addSchedules } from "./add-schedules.ts";
import { Closers } from "./closers.ts";
import { type ApiParts, createApi } from "./create-api.ts";
import { createDemoEvent } from "./demo-event.ts";
import { endpointsOf, liffIdOf, type Origins } from "./endpoints.ts";
import { codeExchange, type CodeOfStack } from "./exchange-code.ts";
import { createFunctionsHome } from "./functions-home.ts";
import { type Groundwork, layGroundwork } from "./groundwork.ts";
import { listen } from "./listen.ts";
import { type OpenedLine, openLine } from "./open-line.ts";
import { openServices, type Services } from "./open-services.ts";
import { serveCdn } from "./serve-cdn.ts";
import { servePages } from "./serve-pages.ts";
import { openSettings, type Settings } from "./settings.ts";
import type { Stack, StackOptions } from "./stack.ts";
import { one } from "./template-values.ts";

export async function startStack(options: StackOptions): Promise<Stack> {
  const closers = new Closers();
  try {
    return await start(options, closers);
  } catch (error) {
    await closers.close();
    throw error;
  }
}

async function start(options: StackOptions, closers: Closers): Promise<Stack> {
  const { onStep } = options;
  const { settings: kept, save } = openSettings(options.dataDirectory);
  const ground = await layGroundwork(options, kept);
  const { deployment, ports, origins, faults, clock, log } = ground;
  onStep?.("templates read, ports chosen");
  const services = await openServices(servicesOptions(ground));
  closers.add(services, () => services.close());
  onStep?.("stores opened");
  const host = await addResources(deployment, services, kept, options.withoutRight);
  onStep?.("roles, tables, queues, users");
  const line = await openLine({
    ...ground,
    dataDirectory: options.dataDirectory,
    liffId: liffIdOf(deployment.outputs()),
    disk: services.disk,
  });
  closers.add(line, () => line.close());
  const apiParts = partsOfApi(ground, services, host);
  const api = serveApi(ground, services, apiParts, closers);
  onStep?.("LINE, GraphQL with its resolvers");
  await openDoors(ground, services, line, closers);
  const functions = startFunctions(ground, services, closers);
  onStep?.("functions");
  const event = await demoEvent(kept, origins, host, clock);
  save({ ...kept, ports, event });
  const endpoints = endpointsOf(origins, deployment, kept, event);
  const pages = servePages({ ground, services, api, line, endpoints });
  closers.add(pages, await listen(pages, ports.main));
  onStep?.("event, pages");
  // Only now: nothing of the start itself shall be struck.
  faults.set(options.faults ?? {});
  line.resume();
  const code = codeExchange({ apiParts, api, origins, ...functions });
  const close = (): Promise<void> => closers.close();
  return { endpoints, origins, services, line: line.line, login: line.login, api, faults, log, code, close };
}

function servicesOptions({ options, ...ground }: Groundwork): Parameters<typeof openServices>[0] {
  const { dataDirectory, readers = 1, coldStarts } = options;
  return { ...ground, dataDirectory, readers, coldStarts };
}

type PartsOfApi = Omit<ApiParts, "deployment" | "assembly">;

function partsOfApi({ clock, faults, log }: Groundwork, services: Services, host: HostAccount): PartsOfApi {
  return {
    ...services,
    clock,
    faults,
    verifyUserToken: host.verify,
    identify: (request) =>
      services.gateway.authenticate(
        { ...request, query: request.query.toString() },
        { dialect: "json", service: "appsync" },
      ),
    log,
  };
}

function serveApi(
  { deployment, assembly, faults }: Groundwork,
  services: Services,
  parts: PartsOfApi,
  closers: Closers,
): AppSync {
  const api = createApi({ ...parts, deployment, assembly });
  closers.add(api, () => api.close());
  closers.add(api, cutAtRandom(faults, api.cutSockets));
  const { identity } = one(deployment, "AWS::AppSync::GraphQLApi");
  services.serveApi(api, String(identity.attributes["ApiId"]));
  return api;
}

async function openDoors(
  { deployment, ports }: Groundwork,
  services: Services,
  line: OpenedLine,
  closers: Closers,
): Promise<void> {
  closers.add(line, await listen(line.server, ports.line));
  await services.listen(ports.aws);
  for (const end of await serveCdn(deployment, services, ports.cdn)) closers.add(end, end);
}

function startFunctions(
  ground: Groundwork,
  services: Services,
  closers: Closers,
): Pick<CodeOfStack, "lambda" | "home" | "addresses"> {
  const { options, deployment, assembly, origins } = ground;
  const { lambda } = services;
  const home = createFunctionsHome(join(options.clone, "node_modules"));
  closers.add(home, () => home.remove());
  closers.add(lambda, () => lambda.close());
  const addresses = standInAddresses(origins, liffIdOf(deployment.outputs()));
  addFunctions(deployment, assembly, lambda, home, addresses);
  if (options.worksOffQueues !== false) {
    addEventSources(deployment, services);
    const schedules = addSchedules(deployment, services, ground);
    closers.add(schedules, () => schedules.close());
  }
  return { lambda, home, addresses };
}

/** Variables of the functions that are addresses of the outside world: here the world is this machine. */
function standInAddresses(origins: Origins, liffId: string): Readonly<Record<string, string>> {
  return {
    LINE_API_BASE_URL: origins.line,
    LINE_DATA_API_BASE_URL: origins.line,
    LIFF_BASE_URL: `${origins.line}/liff/${liffId}`,
    CDN_BASE_URL: origins.cdn,
  };
}

async function demoEvent(
  settings: Settings,
  origins: Origins,
  host: HostAccount,
  clock: Clock,
): Promise<NonNullable<Settings["event"]>> {
  if (settings.event !== undefined && settings.event.closesAt > clock()) return settings.event;
  return createDemoEvent(`${origins.aws}/graphql`, host.accessToken(), clock);
}
