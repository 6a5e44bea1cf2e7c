import type { Operation } from "./graphql-door.ts";

/** The field's arguments are the variables under their own names. */
export function query(field: string, parameters: string, selection?: string): Operation {
  return { field, document: documentOf("query", field, parameters, selection) };
}

export function mutation(field: string, parameters: string, selection?: string): Operation {
  return { field, document: documentOf("mutation", field, parameters, selection) };
}

function documentOf(type: string, field: string, parameters: string, selection: string | undefined): string {
  const args = [...parameters.matchAll(/\$(\w+):/g)].map(([, name]) => `${name}: $${name}`).join(", ");
  const body = selection === undefined ? "" : ` { ${selection} }`;
  return `${type} (${parameters}) { ${field}(${args})${body} }`.replace(/\s+/g, " ");
}
