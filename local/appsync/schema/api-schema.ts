import {
  buildASTSchema,
  concatAST,
  isObjectType,
  isScalarType,
  parse,
  validateSchema,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { AWS_SCALARS, defineScalar } from "./scalars.ts";

function withScalars(document: DocumentNode): DocumentNode {
  const defined = new Set(
    document.definitions.flatMap((node) => (node.kind === "ScalarTypeDefinition" ? [node.name.value] : [])),
  );
  const missing = AWS_SCALARS.filter((name) => !defined.has(name)).map((name) => `scalar ${name}`);
  return missing.length === 0 ? document : concatAST([document, parse(missing.join("\n"))]);
}

/** Builds the executable schema of an SDL as AppSync takes it: directives and AWS scalars need no declaration. */
export function buildApiSchema(sdl: string): GraphQLSchema {
  const schema = buildASTSchema(withScalars(parse(sdl)), { assumeValidSDL: true });
  const [error] = validateSchema(schema);
  if (error) throw error;
  for (const name of AWS_SCALARS) {
    const type = schema.getType(name);
    if (isScalarType(type)) defineScalar(type);
  }
  return schema;
}

export function objectTypes(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__"),
  );
}

/** The strings of a list argument such as `mutations: ["a", "b"]`; empty if the argument is absent. */
export function stringsOf(directive: DirectiveNode, argument: string): readonly string[] {
  const value = directive.arguments?.find((node) => node.name.value === argument)?.value;
  if (value?.kind === "StringValue") return [value.value];
  if (value?.kind !== "ListValue") return [];
  return value.values.flatMap((node) => (node.kind === "StringValue" ? [node.value] : []));
}
