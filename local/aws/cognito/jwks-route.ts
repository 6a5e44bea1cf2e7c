import type { ServerResponse } from "node:http";
import type { GatewayRoute } from "../gateway/gateway.ts";
import type { UserPools } from "./create-user-pools.ts";

const PATH = /^\/([\w-]+_[0-9A-Za-z]+)\/\.well-known\/(jwks\.json|openid-configuration)$/;

/** `GET /POOL_ID/.well-known/jwks.json` and `…/openid-configuration`. */
export function createJwksRoute(pools: Pick<UserPools, "jwks" | "openIdConfiguration">): GatewayRoute {
  return {
    matches: (method, path) => method === "GET" && PATH.test(path),
    handle(request, response) {
      const [, poolId = "", document] = PATH.exec((request.url ?? "").split("?")[0] ?? "") ?? [];
      const found = document === "jwks.json" ? pools.jwks(poolId) : pools.openIdConfiguration(poolId);
      if (found) send(response, 200, found);
      else send(response, 404, { message: `User pool ${poolId} does not exist.` });
    },
  };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}
