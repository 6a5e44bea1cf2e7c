import {
  GraphQLError,
  Kind,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { hideMetaFields } from "./hide-meta-fields.ts";
import { depthOf } from "./query-depth.ts";
import { validationMessage } from "./validation-message.ts";

const MOST_DOCUMENTS = 1000;
const MOST_TOKENS = 15_000;

/** A refusal before anything runs: status 200, `data: null`. */
export interface DocumentError {
  readonly errorType: string;
  readonly message: string;
  readonly locations: GraphQLError["locations"];
}

export interface ParsedDocument {
  readonly document: DocumentNode;
  readonly operations: readonly OperationDefinitionNode[];
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly errors: readonly DocumentError[];
  /** The API's limit, where this document goes deeper; else 0. */
  readonly depthLimit: number;
}

export interface DocumentOptions {
  readonly introspection: boolean;
  /** 0 = no limit. */
  readonly queryDepthLimit: number;
}

const EMPTY: DocumentNode = { kind: "Document", definitions: [] };

function refused(error: DocumentError): ParsedDocument {
  return { document: EMPTY, operations: [], fragments: {}, errors: [error], depthLimit: 0 };
}

function tokensOf({ loc }: DocumentNode): number {
  let count = 0;
  for (let token = loc?.startToken.next; token; token = token.next) count += 1;
  return count;
}

function examine(query: string, schema: GraphQLSchema, options: DocumentOptions): ParsedDocument {
  try {
    return examined(parse(query), schema, options);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return refused({ errorType: "SyntaxError", message: error.message, locations: error.locations });
  }
}

function examined(document: DocumentNode, schema: GraphQLSchema, options: DocumentOptions): ParsedDocument {
  if (tokensOf(document) > MOST_TOKENS) {
    const message = `The query has more than ${MOST_TOKENS} tokens`;
    return refused({ errorType: "ValidationError", message, locations: undefined });
  }
  const { definitions } = document;
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const named = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = Object.fromEntries(named.map((node) => [node.name.value, node]));
  const rules = options.introspection ? specifiedRules : [...specifiedRules, hideMetaFields];
  const errors = validate(schema, document, rules).map((error) => ({
    errorType: "ValidationError",
    message: validationMessage(error, document),
    locations: error.locations,
  }));
  if (errors.length > 0) return { document, operations, fragments, errors, depthLimit: 0 };
  const depth = Math.max(0, ...operations.map((node) => depthOf(node, fragments)));
  const depthLimit = depth > options.queryDepthLimit ? options.queryDepthLimit : 0;
  return { document, operations, fragments, errors, depthLimit };
}

/** Parses and validates each query text once; the least recently used are forgotten. */
export function documentCache(
  schema: GraphQLSchema,
  options: DocumentOptions,
): (query: string) => ParsedDocument {
  const cache = new Map<string, ParsedDocument>();
  return (query) => {
    const known = cache.get(query) ?? examine(query, schema, options);
    cache.delete(query);
    cache.set(query, known);
    const [oldest] = cache.size > MOST_DOCUMENTS ? cache.keys() : [];
    if (oldest !== undefined) cache.delete(oldest);
    return known;
  };
}
