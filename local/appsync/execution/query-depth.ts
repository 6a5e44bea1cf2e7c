import type {
  FragmentDefinitionNode,
  GraphQLResolveInfo,
  OperationDefinitionNode,
  SelectionSetNode,
} from "graphql";
import { FieldError } from "../errors.ts";

/** How many fields deep an operation asks, its leaves included. */
export function depthOf(
  node: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): number {
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

/** Throws for a field that lies deeper than the limit; 0 = no limit. Entries of a list are no level of their own. */
export function checkDepth({ path }: GraphQLResolveInfo, limit: number): void {
  if (limit === 0) return;
  let depth = 0;
  for (let step: typeof path | undefined = path; step; step = step.prev)
    if (typeof step.key === "string") depth += 1;
  if (depth > limit) throw depthLimitReached(limit);
}

export function depthLimitReached(limit: number): FieldError {
  return new FieldError(`The query goes deeper than the limit of ${limit} levels`, "QueryDepthLimitReached");
}
