import type { GraphQLSchema } from "graphql";
import { authenticator, type Authenticate } from "./auth/authenticator.ts";
import { fieldRules, type FieldRules } from "./auth/field-rules.ts";
import type { Access } from "./auth/access.ts";
import type { Answer } from "./execution/answer.ts";
import { executeRequest, type GraphqlRequest } from "./execution/executor.ts";
import { attachResolvers } from "./execution/field-resolvers.ts";
import { documentCache, type ParsedDocument } from "./execution/parsed-document.ts";
import { RequestScope } from "./execution/request-scope.ts";
import { Faults } from "../faults/faults.ts";
import type { AppSyncOptions } from "./options.ts";
import { underFieldNames } from "./realtime/mutation-payload.ts";
import { SubscriptionRegistry } from "./realtime/subscription-registry.ts";
import type { Resolver, ResolverEnvironment } from "./resolvers/resolver.ts";
import { resolverTable } from "./resolvers/resolver-table.ts";
import { buildApiSchema } from "./schema/api-schema.ts";
import { subscribedMutations } from "./schema/subscribed-mutations.ts";

/** One API, free of sockets: what HTTP and the real-time endpoint share. */
export interface GraphqlApi {
  readonly schema: GraphQLSchema;
  readonly rules: FieldRules;
  readonly resolvers: ReadonlyMap<string, Resolver>;
  readonly environment: ResolverEnvironment;
  readonly registry: SubscriptionRegistry;
  readonly authenticate: Authenticate;
  readonly parsed: (query: string) => ParsedDocument;
  readonly log: (line: string) => void;
  readonly faults: Faults;
  /** Runs a query or mutation and, after it, publishes what subscriptions hear. */
  run(request: GraphqlRequest, access: Access, headers: Readonly<Record<string, string>>): Promise<Answer>;
  /**
   * Puts other code behind the fields of the same schema; sockets and subscriptions stay. Throws, and changes
   * nothing, when the code is refused.
   */
  readonly exchangeCode: (options: AppSyncOptions) => void;
}

export function graphqlApi(options: AppSyncOptions): GraphqlApi {
  const log = options.log ?? ((line: string) => void process.stderr.write(`${line}\n`));
  const schema = buildApiSchema(options.schema);
  const rules = fieldRules(schema, options.defaultAuthentication.type, options.apiId);
  const resolvers = resolverTable(options, schema);
  const environment: ResolverEnvironment = { clock: options.clock, env: options.environment ?? {} };
  const registry = new SubscriptionRegistry(subscribedMutations(schema));
  const parsed = documentCache(schema, options);
  const attach = (table: typeof resolvers): void =>
    attachResolvers(schema, { ...environment, rules, resolvers: table, log });
  attach(resolvers);

  return {
    schema,
    rules,
    resolvers,
    environment,
    registry,
    parsed,
    log,
    faults: options.faults ?? new Faults(),
    authenticate: authenticator(options, log),
    async run(request, access, headers) {
      const document = parsed(request.query);
      const scope = new RequestScope(access, headers, {
        resolverCount: options.resolverCountLimit,
        depth: document.depthLimit,
        ...(options.requestTimeoutMs !== undefined && { timeMs: options.requestTimeoutMs }),
      });
      const { answer, successes } = await executeRequest(schema, document, request, scope);
      for (const { node, value, scope: selection } of successes) {
        const mutation = node.name.value;
        if (registry.isHeard(mutation)) registry.publish(mutation, underFieldNames([node], value, selection));
      }
      for (const { subscriptionField, payload } of scope.invalidations)
        registry.invalidate(subscriptionField, payload);
      return answer;
    },
    exchangeCode: (changed) => attach(resolverTable(changed, schema)),
  };
}
