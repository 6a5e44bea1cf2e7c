import type { GraphQLResolveInfo, GraphQLSchema } from "graphql";
import type { FieldRules } from "../auth/field-rules.ts";
import { FieldError, Unauthorized } from "../errors.ts";
import { resolve, type Resolution, type Resolver, type ResolverEnvironment } from "../resolvers/resolver.ts";
import type { ResolverContext } from "../resolvers/resolver-context.ts";
import { objectTypes } from "../schema/api-schema.ts";
import { byteLength, own, plainRecord, type Fields } from "../shape.ts";
import { withinTime } from "../within-time.ts";
import { fieldErrorEntry } from "./answer.ts";
import { checkDepth } from "./query-depth.ts";
import type { RequestScope } from "./request-scope.ts";
import { selectionPaths, selectionText } from "./selection.ts";

const LARGEST_RESULT_BYTES = 5 * 1_048_576;
const NOT_NULL = "The resolver of a subscription must return null";

export interface FieldEnvironment extends ResolverEnvironment {
  readonly rules: FieldRules;
  readonly resolvers: ReadonlyMap<string, Resolver>;
  readonly log: (line: string) => void;
}

/**
 * A variable without a value reaches AppSync's resolvers as an explicit null:
 * https://github.com/aws/aws-appsync-community/issues/348
 */
function argumentsOf(given: Fields, info: Pick<GraphQLResolveInfo, "fieldNodes">): Fields {
  const nodes = info.fieldNodes[0]?.arguments ?? [];
  const unset = nodes.filter(({ name, value }) => value.kind === "Variable" && !(name.value in given));
  return { ...plainRecord(given), ...Object.fromEntries(unset.map(({ name }) => [name.value, null])) };
}

/** What a field answers with when its resolver failed. */
function failureOf(
  error: unknown,
  typeName: string,
  fieldName: string,
  log: (line: string) => void,
): FieldError {
  if (error instanceof Unauthorized) return new Unauthorized(typeName, fieldName);
  if (error instanceof FieldError) return error;
  log(
    `AppSync: ${typeName}.${fieldName} failed inside: ${error instanceof Error ? error.stack : String(error)}`,
  );
  return new FieldError("Internal Failure", "InternalFailure");
}

type Resolve = (source: unknown, args: Fields, scope: RequestScope, info: GraphQLResolveInfo) => unknown;

interface Field {
  readonly typeName: string;
  readonly name: string;
  readonly resolver: Resolver | undefined;
}

function contextOf(source: unknown, args: Fields, scope: RequestScope, info: GraphQLResolveInfo) {
  const { fieldName, fieldNodes, fragments, parentType, variableValues } = info;
  return {
    args,
    identity: scope.access.identity,
    source: source ?? null,
    request: { headers: scope.headers, domainName: null },
    info: {
      fieldName,
      parentTypeName: parentType.name,
      variables: variableValues,
      selectionSetList: selectionPaths(fieldNodes, { fragments, variables: variableValues }),
      selectionSetGraphQL: selectionText(fieldNodes),
    },
  };
}

function pathOf(info: GraphQLResolveInfo): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let step: typeof info.path | undefined = info.path; step; step = step.prev) path.unshift(step.key);
  return path;
}

/** Runs a field's resolver; what it appended or logged is kept also if it fails. */
async function runResolver(
  { typeName, name }: Field,
  resolver: Resolver,
  context: ResolverContext,
  scope: RequestScope,
  info: GraphQLResolveInfo,
  environment: FieldEnvironment,
): Promise<Resolution> {
  scope.countResolver();
  const resolution = await withinTime(
    resolve(resolver, context, environment),
    scope.timeLeftMs,
    () => new FieldError("Execution timed out.", "ExecutionTimeout"),
  );
  const { appended, logs, invalidations } = resolution.effects;
  logs.forEach((line) => environment.log(`${typeName}.${name}: ${line}`));
  const [location] = info.fieldNodes.flatMap(({ loc }) => (loc ? [loc.startToken] : []));
  scope.appended.push(
    ...appended.map((error) => fieldErrorEntry(error, pathOf(info), location && [location])),
  );
  if ("error" in resolution) throw failureOf(resolution.error, typeName, name, environment.log);
  scope.invalidate(invalidations);
  if (byteLength(resolution.result) > LARGEST_RESULT_BYTES)
    throw new FieldError("Transformation too large", "MappingTemplate");
  return resolution;
}

/** A subscription's field never answers with data: its resolver only decides who gets in and sets filters. */
function subscriptionResolver(field: Field, environment: FieldEnvironment): Resolve {
  return async (source, given, scope, info) => {
    if (!environment.rules.allows(scope.access, field.typeName, field.name)) {
      throw new Unauthorized(field.typeName, field.name);
    }
    const args = argumentsOf(given, info);
    const context = contextOf(source, args, scope, info);
    const resolution =
      field.resolver && (await runResolver(field, field.resolver, context, scope, info, environment));
    if (resolution && resolution.result !== null) throw new FieldError(NOT_NULL, "Code");
    scope.subscribed = { args, effects: resolution?.effects };
    return null;
  };
}

function fieldResolver(field: Field, environment: FieldEnvironment): Resolve {
  const { typeName, name, resolver } = field;
  // Not async: most fields are members of an object that is there already.
  return (source, given, scope, info) => {
    if (!environment.rules.allows(scope.access, typeName, name)) throw new Unauthorized(typeName, name);
    checkDepth(info, scope.depthLimit);
    if (!resolver) return own(source, name);
    const context = contextOf(source, argumentsOf(given, info), scope, info);
    return runResolver(field, resolver, context, scope, info, environment).then(({ result }) => result);
  };
}

/** Puts access checks and resolvers onto every field of the schema. */
export function attachResolvers(schema: GraphQLSchema, environment: FieldEnvironment): void {
  const subscriptionType = schema.getSubscriptionType();
  for (const type of objectTypes(schema)) {
    const make = type === subscriptionType ? subscriptionResolver : fieldResolver;
    for (const field of Object.values(type.getFields())) {
      const resolver = environment.resolvers.get(`${type.name}.${field.name}`);
      field.resolve = make({ typeName: type.name, name: field.name, resolver }, environment);
    }
  }
}
