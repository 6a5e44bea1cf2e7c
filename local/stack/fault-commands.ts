import type { AppSync } from "../appsync/appsync.ts";
import type { FaultsApiParts } from "../faults/faults-api.ts";
import type { OpenedLine } from "./open-line.ts";
import type { Services } from "./open-services.ts";

/** The faults that happen once, at once, each to all that it can befall. */
export function faultCommands(
  { lambda, userPools }: Pick<Services, "lambda" | "userPools">,
  { line, login }: Pick<OpenedLine, "line" | "login">,
  api: AppSync,
): FaultsApiParts["commands"] {
  return {
    "expire-tokens": () => {
      login.expireTokens();
      return line.expireReplyTokens() + userPools.expireTokens();
    },
    "cut-sockets": () => api.cutSockets(),
    "kill-workers": () => lambda.kill(),
  };
}
