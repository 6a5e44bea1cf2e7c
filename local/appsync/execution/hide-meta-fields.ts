import { GraphQLError, type ASTVisitor, type ValidationContext } from "graphql";

/**
 * Without introspection the types that describe the schema have no fields, as graphql-java's
 * `NoIntrospectionGraphqlFieldVisibility` sees them.
 */
export function hideMetaFields(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      const type = context.getParentType()?.name ?? "";
      if (!type.startsWith("__") || node.name.value === "__typename") return undefined;
      context.reportError(
        new GraphQLError(`Cannot query field "${node.name.value}" on type "${type}".`, node),
      );
      return false;
    },
  };
}
