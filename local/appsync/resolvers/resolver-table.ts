import type { GraphQLSchema } from "graphql";
import type { AppSyncOptions, MappingTemplates } from "../options.ts";
import { loadHandlers, type HandlerModule } from "../runtime/handler-module.ts";
import { objectTypes } from "../schema/api-schema.ts";
import type { Resolver, Stage } from "./resolver.ts";

const MOST_FUNCTIONS = 10;

function refuseTemplates(what: string, templates: MappingTemplates): void {
  if (templates.requestMappingTemplate !== undefined || templates.responseMappingTemplate !== undefined) {
    throw new Error(`${what} holds a VTL template; the local AppSync runs APPSYNC_JS only`);
  }
}

/** Loads all code and ties it to its fields (`Type.field`); refuses what CloudFormation or AppSync would refuse. */
export function resolverTable(options: AppSyncOptions, schema: GraphQLSchema): ReadonlyMap<string, Resolver> {
  const loaded = new Map<string, HandlerModule>();
  const load = (code: string, fileName: string) => {
    const known = loaded.get(code) ?? loadHandlers(code, fileName);
    loaded.set(code, known);
    return known;
  };
  const sourceOf = (name: string, user: string) => {
    const source = options.dataSources[name];
    if (!source) throw new Error(`${user} uses the unknown data source ${name}`);
    return source;
  };
  const stages = new Map<string, Stage>();
  for (const [id, { name, code, fileName, dataSource, ...templates }] of Object.entries(options.functions)) {
    refuseTemplates(`Function ${name}`, templates);
    const source = sourceOf(dataSource, `Function ${name}`);
    stages.set(id, { code: load(code, fileName ?? `${name}.js`), source });
  }
  const fields = new Set(
    objectTypes(schema).flatMap((type) =>
      Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
    ),
  );
  return new Map(
    options.resolvers.map((resolver): readonly [string, Resolver] => {
      const name = `${resolver.typeName}.${resolver.fieldName}`;
      refuseTemplates(`Resolver ${name}`, resolver);
      if (!fields.has(name)) throw new Error(`Resolver ${name} belongs to no field of the schema`);
      if (resolver.functions.length > MOST_FUNCTIONS)
        throw new Error(`Resolver ${name} has more than 10 functions`);
      const code = load(resolver.code, resolver.fileName ?? `${name}.js`);
      if (resolver.kind === "UNIT") {
        const source = sourceOf(resolver.dataSource ?? "", `Resolver ${name}`);
        return [name, { code, stages: undefined, source }];
      }
      const own = resolver.functions.map((id) => {
        const stage = stages.get(id);
        if (!stage) throw new Error(`Resolver ${name} uses the unknown function ${id}`);
        return stage;
      });
      return [name, { code, stages: own, source: undefined }];
    }),
  );
}
