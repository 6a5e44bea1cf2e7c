import type { FieldNode } from "graphql";
import { fieldsOf, merged, type SelectionScope } from "../execution/selection.ts";
import { isRecord, own } from "../shape.ts";

/** A mutation's answer under the schema's names instead of the mutation's aliases. */
export function underFieldNames(nodes: readonly FieldNode[], value: unknown, scope: SelectionScope): unknown {
  if (Array.isArray(value)) return value.map((item) => underFieldNames(nodes, item, scope));
  const inner = nodes.flatMap((node) => fieldsOf(node.selectionSet, scope));
  if (!isRecord(value) || inner.length === 0) return value;
  return Object.fromEntries(
    [...merged(inner)].map(([key, group]) => [
      group[0]?.name.value ?? key,
      underFieldNames(group, own(value, key), scope),
    ]),
  );
}
