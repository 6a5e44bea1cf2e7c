import { join } from "node:path";
import type { AppSync } from "../appsync/appsync.ts";
import { createAppSync } from "../appsync/appsync.ts";
import type { Lambda } from "../aws/lambda/lambda.ts";
import type { Assembly } from "../cloudformation/assembly.ts";
import { deploy } from "../cloudformation/deployment.ts";
import { addFunctions, type FunctionHome } from "./add-functions.ts";
import { apiOptions, type ApiParts } from "./create-api.ts";
import type { Origins } from "./endpoints.ts";
import { checkTypes } from "./inert-types.ts";

/** What of a running stack is needed to give it other code. */
export interface CodeOfStack {
  readonly apiParts: Omit<ApiParts, "deployment" | "assembly">;
  readonly api: AppSync;
  readonly lambda: Lambda;
  readonly origins: Origins;
  readonly home: FunctionHome;
  /** Variables of the functions that are addresses of the outside world. */
  readonly addresses: Readonly<Record<string, string>>;
}

export interface CodeExchange {
  /**
   * Runs the resolvers of another assembly from now on, and the named functions' bundles; everything else must be as
   * it was. Throws, and changes nothing, when a resolver is refused.
   */
  exchangeCode(assembly: Assembly, functions: ReadonlySet<string>): void;
  /** Throws for what a start with this assembly would refuse, as far as that can be told without one. */
  tryAssembly(assembly: Assembly): Promise<void>;
}

export function codeExchange(stack: CodeOfStack): CodeExchange {
  let exchanges = 0;
  const { api, lambda, origins, home, addresses } = stack;
  const partsOf = (assembly: Assembly): ApiParts => ({
    ...stack.apiParts,
    assembly,
    deployment: deploy(assembly, { aws: origins.aws }),
  });
  return {
    exchangeCode(assembly, functions) {
      const parts = partsOf(assembly);
      api.exchangeCode(apiOptions(parts));
      if (functions.size === 0) return;
      exchanges += 1;
      // A folder of its own: what runs reads its old bundle to the end.
      const directory = join(home.directory, `exchange-${exchanges}`);
      addFunctions(parts.deployment, assembly, lambda, { directory, only: functions }, addresses);
    },
    async tryAssembly(assembly) {
      const parts = partsOf(assembly);
      checkTypes(parts.deployment.types);
      await createAppSync(apiOptions(parts)).close();
    },
  };
}
