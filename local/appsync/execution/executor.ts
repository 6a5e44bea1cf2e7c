import { execute, type FieldNode, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { malformed } from "../errors.ts";
import type { Fields } from "../shape.ts";
import { documentErrors, errorEntry, type Answer } from "./answer.ts";
import type { ParsedDocument } from "./parsed-document.ts";
import type { RequestScope } from "./request-scope.ts";
import { fieldsOf, responseKey, withDefaults, type SelectionScope } from "./selection.ts";

export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Fields;
  readonly operationName?: string;
}

/** The operation that a request names; undefined if it names none that exists. */
export function operationOf(
  parsed: ParsedDocument,
  operationName: string | undefined,
): OperationDefinitionNode | undefined {
  if (operationName) return parsed.operations.find((node) => node.name?.value === operationName);
  return parsed.operations.length === 1 ? parsed.operations[0] : undefined;
}

/** A top-level field of a mutation that came through without an error and with a value. */
interface Success {
  readonly node: FieldNode;
  readonly value: unknown;
  readonly scope: SelectionScope;
}

export interface Execution {
  readonly answer: Answer;
  readonly successes: readonly Success[];
}

function successesOf(
  answer: Answer,
  operation: OperationDefinitionNode,
  scope: SelectionScope,
): readonly Success[] {
  const failed = new Set((answer.errors ?? []).map(({ path }) => path?.[0]));
  return fieldsOf(operation.selectionSet, scope).flatMap((node): Success[] => {
    const key = responseKey(node);
    const value = answer.data?.[key];
    return value === null || value === undefined || failed.has(key) ? [] : [{ node, value, scope }];
  });
}

/** Runs a query or mutation. Errors of the GraphQL request are in the answer; a subscription is refused. */
export async function executeRequest(
  schema: GraphQLSchema,
  parsed: ParsedDocument,
  request: GraphqlRequest,
  scope: RequestScope,
): Promise<Execution> {
  if (parsed.errors.length > 0) return { answer: documentErrors(parsed.errors), successes: [] };
  const operation = operationOf(parsed, request.operationName);
  if (!operation)
    throw malformed(request.operationName ? "Unknown operation name." : "Missing operation name.");
  if (operation.operation === "subscription")
    throw malformed("Subscriptions are taken over the WebSocket only.");
  const result = await execute({
    schema,
    document: parsed.document,
    contextValue: scope,
    variableValues: request.variables,
    operationName: request.operationName ?? null,
  });
  const errors = [...(result.errors ?? []).map((error) => errorEntry(error, schema)), ...scope.appended];
  const answer = { data: result.data ?? null, ...(errors.length > 0 && { errors }) };
  if (operation.operation !== "mutation") return { answer, successes: [] };
  const selection = { fragments: parsed.fragments, variables: withDefaults(operation, request.variables) };
  return { answer, successes: successesOf(answer, operation, selection) };
}
