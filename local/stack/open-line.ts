import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { Clock } from "../aws/service.ts";
import type { Disk } from "../faults/disk.ts";
import type { Faults } from "../faults/faults.ts";
import { createLine, type Line } from "../line/line.ts";
import { createLineLogin, type LineLogin } from "../line/login/create-line-login.ts";
import type { Origins } from "./endpoints.ts";
import type { Settings } from "./settings.ts";

export interface OpenedLine {
  readonly line: Line;
  readonly login: LineLogin;
  /** Answers api.line.me, api-data.line.me, access.line.me and liff.line.me; does not listen yet. */
  readonly server: Server;
  /** Delivers what an older process could not. */
  resume(): void;
  close(): Promise<void>;
}

export async function openLine(options: {
  readonly clock: Clock;
  readonly dataDirectory: string | undefined;
  readonly settings: Settings;
  readonly origins: Origins;
  readonly liffId: string;
  readonly faults: Faults;
  readonly disk: Disk;
}): Promise<OpenedLine> {
  const { clock, dataDirectory, settings, origins, liffId, faults, disk } = options;
  const place = (name: string): { directory?: string } =>
    dataDirectory === undefined ? {} : { directory: join(dataDirectory, name) };
  const line = createLine({
    clock,
    faults,
    disk,
    ...place("line"),
    channelSecret: settings.channelSecret,
    channelAccessToken: settings.channelAccessToken,
    webhookUrl: () => `${origins.aws}/_url/line-webhook/`,
    botName: "Egao 笑顔",
  });
  const login = await createLineLogin({
    clock,
    ...place("line-login"),
    loginChannelId: liffId.replace(/-.*$/, ""),
    liffId,
    liffEndpointUrl: () => `${origins.main}/`,
    users: line.users,
  });
  const server = createServer((request, response) => {
    // Keeps web pages of other names, also of ones that resolve to this machine, from getting guests' tokens.
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? "")) {
      response.writeHead(421).end();
      return;
    }
    login
      .handle(request, response)
      .then((isLogin) => {
        if (!isLogin) line.requestListener(request, response);
      })
      .catch(() => response.destroy());
  });
  return { line, login, server, resume: () => line.resume(), close: () => line.close() };
}
