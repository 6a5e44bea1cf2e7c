import { join } from "node:path";
import type { Clock, RestRequest } from "../aws/service.ts";
import type { AppSync } from "../appsync/appsync.ts";
import { readAssembly } from "../cloudformation/assembly.ts";
import { withSources } from "../cloudformation/with-sources.ts";
import { deploy } from "../cloudformation/deployment.ts";
import { cutAtRandom } from "../faults/cut-at-random.ts";
import { createFaultsApi } from "../faults/faults-api.ts";
import { Faults } from "../faults/faults.ts";
import type { FaultPlan } from "../faults/fault-plan.ts";
import { LogBook } from "../log/log-book.ts";
import type { Line } from "../line/line.ts";
import type { LineLogin } from "../line/login/create-line-login.ts";
import { builtPages } from "../pages/built-pages.ts";
import type { PageSource } from "../pages/page-source.ts";
import { createPagesServer } from "../pages/pages-server.ts";
import { addEventSources, addFunctions } from "./add-functions.ts";
import { addParameters } from "./add-parameters.ts";
import { addQueues } from "./add-queues.ts";
import { addRoles, type RoleRight } from "./add-roles.ts";
import { addTables } from "./add-tables.ts";
import { addUserPool, type HostAccount } from "./add-user-pool.ts";
import { codeExchange, type CodeExchange } from "./exchange-code.ts";
import { createApi } from "./create-api.ts";
import { createDemoEvent } from "./demo-event.ts";
import { type Endpoints, endpointsOf, liffIdOf, type Origins, originsOf } from "./endpoints.ts";
import { faultCommands } from "./fault-commands.ts";
import { createFunctionsHome } from "./functions-home.ts";
import { checkTypes } from "./inert-types.ts";
import { listen } from "./listen.ts";
import { openLine } from "./open-line.ts";
import { openServices, type Services } from "./open-services.ts";
import { amplifyOutputs } from "./outputs.ts";
import { choosePorts } from "./ports.ts";
import { drawnPictures, sampleList } from "./samples.ts";
import { serveCdn } from "./serve-cdn.ts";
import { stackState } from "./stack-state.ts";
import { openSettings, type Settings } from "./settings.ts";

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

export async function startStack(options: StackOptions): Promise<Stack> {
  const { dataDirectory, onStep, clock: outerClock = Date.now } = options;
  const book = new LogBook(outerClock);
  const log = (line: string): void => {
    book.hear(line);
    options.log?.(line);
  };
  const faults = new Faults();
  const clock = faults.clock(outerClock);
  const closers: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const end of closers.splice(0).toReversed()) await end();
  };
  try {
    const { settings, save } = openSettings(dataDirectory);
    const ports = await choosePorts(settings.ports, options.port);
    const origins = originsOf(ports);
    const assembly = withSources(readAssembly(options.assemblyDirectory), options.clone);
    const deployment = deploy(assembly, { aws: origins.aws });
    checkTypes(deployment.types);
    onStep?.("templates read, ports chosen");

    const services = await openServices({
      clock,
      dataDirectory,
      settings,
      origins,
      log,
      readers: options.readers ?? 1,
      coldStarts: options.coldStarts,
      faults,
    });
    closers.push(() => services.close());
    onStep?.("stores opened");
    addRoles(deployment, services.identities, options.withoutRight);
    await addTables(deployment, services.dynamoDb);
    addQueues(deployment, services.queues);
    for (const { identity } of deployment.all("AWS::S3::Bucket"))
      await services.s3.ensureBucket(identity.ref);
    addParameters(deployment, services.parameters, secretsOf(settings));
    const host = await addUserPool(deployment, services, settings.host);

    onStep?.("roles, tables, queues, users");

    const liffId = liffIdOf(deployment.outputs());
    const line = await openLine({
      clock,
      dataDirectory,
      settings,
      origins,
      liffId,
      faults,
      disk: services.disk,
    });
    closers.push(() => line.close());
    const apiParts = {
      ...services,
      clock,
      faults,
      verifyUserToken: host.verify,
      identify: (request: RestRequest) =>
        services.gateway.authenticate(
          { ...request, query: request.query.toString() },
          { dialect: "json", service: "appsync" },
        ),
      log,
    };
    const api = createApi({ ...apiParts, deployment, assembly });
    closers.push(() => api.close());
    closers.push(cutAtRandom(faults, api.cutSockets));
    services.serveApi(api);
    onStep?.("LINE, GraphQL with its resolvers");

    closers.push(await listen(line.server, ports.line));
    await services.listen(ports.aws);
    closers.push(...(await serveCdn(deployment, services, ports.cdn)));

    const home = createFunctionsHome(join(options.clone, "node_modules"));
    closers.push(() => home.remove());
    closers.push(() => services.lambda.close());
    const addresses = standInAddresses(origins, liffId);
    addFunctions(deployment, assembly, services.lambda, home, addresses);
    if (options.worksOffQueues !== false) addEventSources(deployment, services);

    onStep?.("functions");
    const event = await demoEvent(settings, origins, host, clock);
    save({ ...settings, ports, event });
    const endpoints = endpointsOf(origins, deployment, settings, event);
    const faultsApi = createFaultsApi({ faults, commands: faultCommands(services, line, api) });
    const state = stackState({
      ...options,
      startedAt: Date.now(),
      isDev: options.pages !== undefined,
      services,
      api,
      deployment,
      faults,
      book,
      endpoints,
    });
    const documents = {
      "/local/endpoints.json": () => endpoints,
      "/local/state.json": state,
      "/local/samples.json": sampleList,
      "/amplify_outputs.json": () => amplifyOutputs(deployment.outputs(), { cdnUrl: origins.cdn }),
    };
    const pages = createPagesServer({
      pages: options.pages ?? builtPages(join(options.clone, "dist")),
      lineOrigin: origins.line,
      handlers: [faultsApi],
      documents,
      pictures: drawnPictures(),
    });
    closers.push(await listen(pages, ports.main));
    onStep?.("event, pages");
    faults.set(options.faults ?? {});
    line.resume();
    const { lambda } = services;
    const code = codeExchange({ apiParts, api, lambda, origins, home, addresses });
    return {
      endpoints,
      origins,
      services,
      line: line.line,
      login: line.login,
      api,
      faults,
      log,
      code,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function secretsOf(settings: Settings): Readonly<Record<string, string>> {
  return {
    LINE_CHANNEL_SECRET: settings.channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: settings.channelAccessToken,
    SESSION_KEY: settings.sessionKey,
    GUEST_ID_KEY: settings.guestIdKey,
  };
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
