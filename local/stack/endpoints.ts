import type { Deployment } from "../cloudformation/deployment.ts";
import { REGION } from "../aws/service.ts";
import type { Ports } from "./ports.ts";
import type { Settings } from "./settings.ts";
import { text } from "./template-values.ts";

/** Where everything of a running stack is: what `GET /local/endpoints.json` answers. */
export interface Endpoints {
  readonly graphqlUrl: string;
  readonly realtimeUrl: string;
  readonly apiKey: string;
  readonly region: string;
  /** One for all AWS clients. */
  readonly awsEndpointUrl: string;
  /** A local administrator, no product role. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly lineApiUrl: string;
  readonly webhookUrl: string;
  readonly channelSecret: string;
  readonly channelAccessToken: string;
  readonly loginChannelId: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly userPoolEndpoint: string;
  readonly host: { readonly username: string; readonly password: string };
  readonly eventId: string;
  readonly boardId: string;
  readonly boardUrl: string;
  /** The page of the hosts. */
  readonly hostUrl: string;
  readonly chatUrl: string;
  readonly liffUrl: string;
  readonly cdnUrl: string;
}

export interface Origins {
  readonly main: string;
  readonly aws: string;
  readonly line: string;
  readonly cdn: string;
}

export function originsOf(ports: Ports): Origins {
  const origin = (port: number): string => `http://127.0.0.1:${port}`;
  return {
    main: origin(ports.main),
    aws: origin(ports.aws),
    line: origin(ports.line),
    cdn: origin(ports.cdn),
  };
}

export function endpointsOf(
  origins: Origins,
  deployment: Deployment,
  settings: Settings,
  event: { readonly eventId: string; readonly boardId: string },
): Endpoints {
  const outputs = deployment.outputs();
  const liffId = liffIdOf(outputs);
  return {
    graphqlUrl: `${origins.aws}/graphql`,
    realtimeUrl: `${origins.aws.replace("http", "ws")}/graphql/realtime`,
    apiKey: text(outputs, "awsAppsyncApiKey"),
    region: REGION,
    awsEndpointUrl: origins.aws,
    credentials: settings.administrator,
    lineApiUrl: origins.line,
    webhookUrl: `${origins.aws}/_url/line-webhook/`,
    channelSecret: settings.channelSecret,
    channelAccessToken: settings.channelAccessToken,
    loginChannelId: liffId.replace(/-.*$/, ""),
    userPoolId: text(outputs, "userPoolId"),
    userPoolClientId: text(outputs, "webClientId"),
    userPoolEndpoint: origins.aws,
    host: settings.host,
    eventId: event.eventId,
    boardId: event.boardId,
    boardUrl: `${origins.main}/board/${event.boardId}`,
    hostUrl: `${origins.main}/host`,
    chatUrl: `${origins.main}/chat`,
    liffUrl: `${origins.line}/liff/${liffId}`,
    cdnUrl: origins.cdn,
  };
}

export function liffIdOf(outputs: Readonly<Record<string, unknown>>): string {
  const custom: unknown = JSON.parse(text(outputs, "customOutputs"));
  const id = /"liffId":"([^"]+)"/.exec(JSON.stringify(custom))?.[1];
  if (id === undefined) throw new Error("the backend's outputs name no liffId");
  return id;
}
