import {
  print,
  valueFromASTUntyped,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { Fields } from "../shape.ts";

/** What is needed to read a selection. */
export interface SelectionScope {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Values of variables, defaults included. */
  readonly variables: Fields;
}

/** The variables of a request, with the operation's defaults where it gives none. */
export function withDefaults(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Fields,
): Fields {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...variables };
}

/** Whether `@skip` and `@include` let a node through; validation has seen to it that their argument is there. */
function isIncluded(node: SelectionNode, { variables }: SelectionScope): boolean {
  return (node.directives ?? []).every((directive) => {
    const argument = directive.arguments?.find(({ name }) => name.value === "if");
    const isSet = argument ? valueFromASTUntyped(argument.value, variables) === true : true;
    return directive.name.value === "skip" ? !isSet : isSet;
  });
}

/** The fields of a selection with fragments spread out (each once); fields of the same key are not yet merged. */
export function fieldsOf(
  selection: SelectionSetNode | undefined,
  scope: SelectionScope,
  spread: Set<string> = new Set(),
): readonly FieldNode[] {
  return (selection?.selections ?? []).flatMap((node) => {
    if (!isIncluded(node, scope)) return [];
    if (node.kind === "Field") return [node];
    if (node.kind === "InlineFragment") return fieldsOf(node.selectionSet, scope, spread);
    if (spread.has(node.name.value)) return [];
    spread.add(node.name.value);
    return fieldsOf(scope.fragments[node.name.value]?.selectionSet, scope, spread);
  });
}

export function responseKey(node: FieldNode): string {
  return node.alias?.value ?? node.name.value;
}

/** Fields by response key, in order. */
export function merged(nodes: readonly FieldNode[]): ReadonlyMap<string, readonly FieldNode[]> {
  const groups = new Map<string, FieldNode[]>();
  for (const node of nodes) {
    const group = groups.get(responseKey(node));
    if (group) group.push(node);
    else groups.set(responseKey(node), [node]);
  }
  return groups;
}

/** `ctx.info.selectionSetList`: `["id", "stage", "stage/name"]`. */
export function selectionPaths(
  nodes: readonly FieldNode[],
  scope: SelectionScope,
  prefix = "",
): readonly string[] {
  const selected = nodes.flatMap((node) => fieldsOf(node.selectionSet, scope));
  return [...merged(selected)].flatMap(([key, group]) => [
    `${prefix}${key}`,
    ...selectionPaths(group, scope, `${prefix}${key}/`),
  ]);
}

/** `ctx.info.selectionSetGraphQL`. */
export function selectionText(nodes: readonly FieldNode[]): string {
  const [first] = nodes;
  return first?.selectionSet ? print(first.selectionSet) : "";
}
