import { execute, getNullableType, isListType, type OperationDefinitionNode } from "graphql";
import type { Access } from "../auth/access.ts";
import { ChannelError, FieldError, malformed, RequestError } from "../errors.ts";
import { errorEntry } from "../execution/answer.ts";
import { operationOf, type GraphqlRequest } from "../execution/executor.ts";
import type { ParsedDocument } from "../execution/parsed-document.ts";
import { depthLimitReached } from "../execution/query-depth.ts";
import { RequestScope } from "../execution/request-scope.ts";
import { fieldsOf, withDefaults } from "../execution/selection.ts";
import type { GraphqlApi } from "../graphql-api.ts";
import { argumentFilter, enhancedFilter } from "./event-filter.ts";
import { eventPlan } from "./event-plan.ts";
import type { Registration } from "./subscription-registry.ts";

function subscriptionOf(parsed: ParsedDocument, request: GraphqlRequest): OperationDefinitionNode {
  const [error] = parsed.errors;
  if (error) throw new FieldError(error.message, error.errorType);
  if (parsed.depthLimit > 0) throw depthLimitReached(parsed.depthLimit);
  const operation = operationOf(parsed, request.operationName);
  if (operation?.operation === "subscription") return operation;
  throw new RequestError(
    400,
    "UnsupportedOperation",
    "Only subscriptions are taken through the realtime channel",
  );
}

/** Checks access, coerces the arguments and runs the subscription's resolver, by executing the operation once. */
async function admitted(
  api: GraphqlApi,
  parsed: ParsedDocument,
  request: GraphqlRequest,
  scope: RequestScope,
) {
  const { errors = [] } = await execute({
    schema: api.schema,
    document: parsed.document,
    contextValue: scope,
    variableValues: request.variables,
    operationName: request.operationName ?? null,
  });
  if (scope.subscribed) return scope.subscribed;
  const [error] = errors;
  if (error?.originalError instanceof FieldError) throw error.originalError;
  throw new FieldError(error ? errorEntry(error, api.schema).message : "Internal Failure", "ValidationError");
}

/**
 * Everything a `start` frame leads to except the socket: validation, access, the subscription's resolver, its filter.
 * Throws a `FieldError` or `RequestError` for the error frame.
 */
export async function subscribe(
  api: GraphqlApi,
  request: GraphqlRequest,
  access: Access,
  headers: Readonly<Record<string, string>>,
): Promise<Registration> {
  const parsed = api.parsed(request.query);
  const operation = subscriptionOf(parsed, request);
  const selection = { fragments: parsed.fragments, variables: withDefaults(operation, request.variables) };
  const [node, ...others] = fieldsOf(operation.selectionSet, selection);
  const type = api.schema.getSubscriptionType();
  if (!node || !type || others.length > 0) throw malformed("A subscription selects exactly one field.");
  const { args, effects } = await admitted(api, parsed, request, new RequestScope(access, headers, {}));
  const filter = effects?.subscriptionFilter;
  const invalidation = effects?.invalidationFilter;
  const delivered = type.getFields()[node.name.value]?.type;
  if (filter !== undefined && delivered && isListType(getNullableType(delivered)))
    throw new ChannelError("A subscription that delivers a list takes no filter");
  return {
    subscriptionField: node.name.value,
    audienceKey: JSON.stringify([
      request,
      access.mode,
      access.groups,
      access.deniedFields,
      filter,
      invalidation,
    ]),
    plan: eventPlan(node, type, api.rules, access, selection),
    // Either one or the other: an enhanced filter replaces the filtering by arguments.
    filter: filter === undefined ? argumentFilter(args) : enhancedFilter(filter),
    invalidation: invalidation === undefined ? undefined : enhancedFilter(invalidation),
  };
}
