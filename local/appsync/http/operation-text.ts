import { malformed } from "../errors.ts";
import type { GraphqlRequest } from "../execution/executor.ts";
import { isRecord } from "../shape.ts";

const UNREADABLE = "Unable to parse GraphQL query.";

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(UNREADABLE);
  }
}

/** `{query, variables?, operationName?}` of a request body or a `start` frame; throws a `RequestError` (400). */
export function readOperation(text: string): GraphqlRequest {
  if (text.trim() === "") throw malformed("Request body is empty.");
  const body = parsed(text);
  if (!isRecord(body) || typeof body["query"] !== "string") throw malformed(UNREADABLE);
  const { query, variables, operationName } = body;
  const hasVariables = variables !== undefined && variables !== null;
  if (hasVariables && !isRecord(variables)) throw malformed(UNREADABLE);
  const hasName = operationName !== undefined && operationName !== null;
  if (hasName && typeof operationName !== "string") throw malformed(UNREADABLE);
  return {
    query,
    variables: isRecord(variables) ? variables : {},
    ...(typeof operationName === "string" && { operationName }),
  };
}
