import type { Server } from "node:http";
import { join } from "node:path";
import type { AppSync } from "../appsync/appsync.ts";
import { createFaultsApi } from "../faults/faults-api.ts";
import { builtPages } from "../pages/built-pages.ts";
import { createPagesServer } from "../pages/pages-server.ts";
import type { Endpoints } from "./endpoints.ts";
import { faultCommands } from "./fault-commands.ts";
import type { Groundwork } from "./groundwork.ts";
import type { OpenedLine } from "./open-line.ts";
import type { Services } from "./open-services.ts";
import { amplifyOutputs } from "./outputs.ts";
import { drawnPictures, sampleList } from "./samples.ts";
import { stackState } from "./stack-state.ts";

export interface PagesParts {
  readonly ground: Groundwork;
  readonly services: Services;
  readonly api: AppSync;
  readonly line: OpenedLine;
  readonly endpoints: Endpoints;
}

/** The main address: the pages, what they need to know, the state of the stack and its faults. Does not listen yet. */
export function servePages({ ground, services, api, line, endpoints }: PagesParts): Server {
  const { options, deployment, origins, faults, book } = ground;
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
  return createPagesServer({
    pages: options.pages ?? builtPages(join(options.clone, "dist")),
    lineOrigin: origins.line,
    awsOrigin: origins.aws,
    handlers: [createFaultsApi({ faults, commands: faultCommands(services, line, api) })],
    documents: {
      "/local/endpoints.json": () => endpoints,
      "/local/state.json": state,
      "/local/samples.json": sampleList,
      "/amplify_outputs.json": () =>
        amplifyOutputs(deployment.outputs(), {
          cdnUrl: origins.cdn,
          botBasicId: line.line.bot.basicId,
        }),
    },
    pictures: drawnPictures(),
  });
}
