import type { Fields } from "../shape.ts";

/** What a resolver runs with: the parts of `ctx` that stay the same through a pipeline. */
export interface ResolverContext {
  readonly args: Fields;
  readonly identity: unknown;
  readonly source: unknown;
  readonly request: {
    readonly headers: Readonly<Record<string, string>>;
    readonly domainName: string | null;
  };
  readonly info: {
    readonly fieldName: string;
    readonly parentTypeName: string;
    readonly variables: Fields;
    readonly selectionSetList: readonly string[];
    readonly selectionSetGraphQL: string;
  };
}
