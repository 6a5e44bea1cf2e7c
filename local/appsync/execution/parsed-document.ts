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
  type SelectionSetNode,
} from "graphql";
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
}

export interface DocumentOptions {
  readonly introspection: boolean;
  /** 0 = no limit. */
  readonly queryDepthLimit: number;
}

const EMPTY: DocumentNode = { kind: "Document", definitions: [] };

function refused(error: DocumentError): ParsedDocument {
  return { document: EMPTY, operations: [], fragments: {}, errors: [error] };
}

function tokensOf({ loc }: DocumentNode): number {
  let count = 0;
  for (let token = loc?.startToken.next; token; token = token.next) count += 1;
  return count;
}

function depthOf(node: OperationDefinitionNode, fragments: ParsedDocument["fragments"]): number {
  // Each selection is measured once, however often its fragment is spread.
  const known = new Map<SelectionSetNode, number>();
  const measure = (selection: SelectionSetNode | undefined): number => {
    if (!selection) return 0;
    const depths = selection.selections.map((inner) => {
      if (inner.kind === "Field") return 1 + below(inner.selectionSet);
      return below(
        inner.kind === "InlineFragment" ? inner.selectionSet : fragments[inner.name.value]?.selectionSet,
      );
    });
    return Math.max(0, ...depths);
  };
  const below = (selection: SelectionSetNode | undefined): number => {
    const depth = (selection && known.get(selection)) ?? measure(selection);
    if (selection) known.set(selection, depth);
    return depth;
  };
  return below(node.selectionSet);
}

/** Directives do not matter here: what could be asked for counts. */
function isIntrospecting(node: OperationDefinitionNode, fragments: ParsedDocument["fragments"]): boolean {
  const seen = new Set<SelectionSetNode>();
  const asks = (selection: SelectionSetNode | undefined): boolean => {
    if (!selection || seen.has(selection)) return false;
    seen.add(selection);
    return selection.selections.some((inner) => {
      if (inner.kind === "Field") return inner.name.value === "__schema" || inner.name.value === "__type";
      return asks(
        inner.kind === "InlineFragment" ? inner.selectionSet : fragments[inner.name.value]?.selectionSet,
      );
    });
  };
  return asks(node.selectionSet);
}

function limitErrors(
  parsed: ParsedDocument,
  { introspection, queryDepthLimit }: DocumentOptions,
): readonly DocumentError[] {
  const { operations, fragments, document } = parsed;
  const refuse = (errorType: string, message: string) => [{ errorType, message, locations: undefined }];
  if (tokensOf(document) > MOST_TOKENS)
    return refuse("ValidationError", `The query has more than ${MOST_TOKENS} tokens`);
  if (!introspection && operations.some((node) => isIntrospecting(node, fragments))) {
    return refuse("ValidationError", "Introspection is disabled for this API");
  }
  const depth = Math.max(0, ...operations.map((node) => depthOf(node, fragments)));
  if (queryDepthLimit === 0 || depth <= queryDepthLimit) return [];
  return refuse("QueryDepthLimitExceeded", `Query depth ${depth} exceeds the limit of ${queryDepthLimit}`);
}

function examine(query: string, schema: GraphQLSchema, options: DocumentOptions): ParsedDocument {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return refused({ errorType: "SyntaxError", message: error.message, locations: error.locations });
  }
  const definitions = document.definitions;
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const named = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = Object.fromEntries(named.map((node) => [node.name.value, node]));
  const parsed: ParsedDocument = { document, operations, fragments, errors: [] };
  const invalid = validate(schema, document, specifiedRules).map((error) => ({
    errorType: "ValidationError",
    message: validationMessage(error.message),
    locations: error.locations,
  }));
  return { ...parsed, errors: invalid.length > 0 ? invalid : limitErrors(parsed, options) };
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
