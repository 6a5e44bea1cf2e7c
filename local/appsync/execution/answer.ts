import type { GraphQLError, GraphQLSchema } from "graphql";
import { FieldError } from "../errors.ts";
import type { DocumentError } from "./parsed-document.ts";
import { variableMessage } from "./validation-message.ts";

/** One entry of `errors` as AppSync writes it. */
export interface AnswerError {
  readonly path: readonly (string | number)[] | null;
  readonly data?: unknown;
  readonly errorType?: string | null;
  readonly errorInfo?: unknown;
  readonly locations:
    | readonly { readonly line: number; readonly column: number; readonly sourceName: null }[]
    | null;
  readonly message: string;
}

export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly AnswerError[];
}

function placed(locations: GraphQLError["locations"]): AnswerError["locations"] {
  return locations?.map(({ line, column }) => ({ line, column, sourceName: null })) ?? null;
}

export function fieldErrorEntry(
  error: FieldError,
  path: AnswerError["path"],
  locations: GraphQLError["locations"],
): AnswerError {
  const { data, errorType, errorInfo, message } = error;
  return { path, data, errorType, errorInfo, locations: placed(locations), message };
}

/** graphql-java's words for a null where none may be. */
export function nonNullMessage(
  typeName: string,
  parentName: string,
  path: readonly (string | number)[],
): string {
  return `Cannot return null for non-nullable type: '${typeName}' within parent '${parentName}' (/${path.join("/")})`;
}

export function errorEntry(error: GraphQLError, schema: GraphQLSchema): AnswerError {
  const { originalError, locations } = error;
  const path = error.path ?? null;
  if (originalError instanceof FieldError) return fieldErrorEntry(originalError, path, locations);
  if (!path) return { path, locations: placed(locations), message: variableMessage(error.message) };
  const [, parent = "", field = ""] =
    /^Cannot return null for non-nullable field (\w+)\.(\w+)/.exec(error.message) ?? [];
  const type = schema.getType(parent);
  const declared = type && "getFields" in type ? type.getFields()[field]?.type : undefined;
  if (declared) {
    const message = nonNullMessage(String(declared).replaceAll(/[![\]]/g, ""), parent, path);
    return { path, locations: null, message };
  }
  return { path, locations: null, message: `Can't serialize value (/${path.join("/")}) : ${error.message}` };
}

export function documentErrors(errors: readonly DocumentError[]): Answer {
  return {
    data: null,
    errors: errors.map(({ errorType, message, locations }) => ({
      path: null,
      data: null,
      errorType,
      errorInfo: null,
      locations: placed(locations),
      message,
    })),
  };
}
