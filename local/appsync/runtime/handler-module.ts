import { Script } from "node:vm";
import { isRecord, type Fields } from "../shape.ts";
import { current } from "./invocation.ts";
import { asFunctionBody, exportsOf } from "./module-code.ts";
import { createRealm, type Realm } from "./realm.ts";
import { checkSubset } from "./subset.ts";
import { CodeRefusal, parseFile } from "./syntax.ts";
import { dynamodbModule } from "./toolbox/dynamodb-module.ts";
import { tools } from "./toolbox/tools.ts";

/** The developer guide's number; the API itself takes 32,768. */
const LONGEST_CODE = 32_000;
const NAMES = ["request", "response"] as const;

export type HandlerName = (typeof NAMES)[number];

/** One evaluation: nothing of it outlives it. */
export interface HandlerInstance {
  /** The context as the code sees and changes it. */
  readonly context: Fields;
  call(name: HandlerName): unknown;
}

export interface HandlerModule {
  readonly fileName: string;
  /** From the context as JSON; `arguments` becomes another name of `args`. */
  instantiate(contextJson: string): HandlerInstance;
}

const MODULES: Readonly<Record<string, unknown>> = {
  "@aws-appsync/utils": tools,
  "@aws-appsync/utils/dynamodb": dynamodbModule,
};

const logger = (...values: unknown[]) => {
  const texts = values.map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
  current().effects.logs.push(texts.join(" "));
};

interface World {
  readonly realm: Realm;
  /** Names that code finds around it. */
  readonly environment: Fields;
}

let world: World | undefined;

/** One realm for all code: its built-ins are frozen, its modules are instantiated per evaluation. */
function sharedWorld(): World {
  if (world) return world;
  const realm = createRealm();
  const inside = realm.frozen(realm.inside({ modules: MODULES, console: { log: logger, error: logger } }));
  const provided = isRecord(inside) && isRecord(inside["modules"]) ? inside["modules"] : {};
  const globals = provided["@aws-appsync/utils"];
  world = {
    realm,
    environment: { ...(isRecord(globals) && globals), ...(isRecord(inside) && inside), ...realm.helpers },
  };
  return world;
}

/** Loads resolver or function code; throws a `CodeRefusal` that names file and line. */
export function loadHandlers(code: string, fileName: string): HandlerModule {
  if (code.length > LONGEST_CODE) {
    throw new CodeRefusal({ name: fileName, code }, 0, `code is limited to ${LONGEST_CODE} characters`);
  }
  const file = parseFile(fileName, code);
  checkSubset(file, { modules: MODULES, globals: tools });
  const exported = exportsOf(file);
  for (const name of NAMES) {
    if (!exported.has(name)) throw new CodeRefusal(file, 0, `exports no function ${name}`);
  }
  const { realm, environment } = sharedWorld();
  const result = NAMES.map((name) => `${name}: ${exported.get(name)}`).join(", ");
  // The inner block lets an import shadow the global of the same name.
  const head = `"use strict"; (({ ${Object.keys(environment).join(", ")} }) => { { `;
  const script = new Script(`${head}${asFunctionBody(file)}\nreturn { ${result} }; } })`, {
    filename: fileName,
    columnOffset: -head.length,
  });
  // The script's value is the arrow function built in the line above.
  const create = realm.run(script) as (
    environment: Fields,
  ) => Readonly<Record<HandlerName, (context: unknown) => unknown>>;
  return {
    fileName,
    instantiate(contextJson) {
      const context = realm.parse(contextJson);
      if (!isRecord(context)) throw new Error("the context is an object");
      context["arguments"] = context["args"];
      return { context, call: (name) => create(environment)[name](context) };
    },
  };
}
