import * as z from "zod";
import { compileCondition } from "./compile-condition.ts";
import { db } from "./dynalite.ts";
import type { Item } from "./table.ts";

const filter = z.looseObject({ expression: z.unknown() });
const projection = z.looseObject({ paths: z.array(z.unknown()) });

/** The only tree that dynalite takes for true without looking at an item. */
const ALWAYS = { type: "function", name: "always", args: [] };

/**
 * Takes filter, projection and counting of a query or scan out of dynalite's hands: `input` is changed in place so
 * that dynalite reads a page, and the returned function makes the answer of it.
 */
export function takeFilter(input: Record<string, unknown>): (answer: unknown) => unknown {
  if (input["_filter"] === undefined) return (answer) => answer;
  const given = filter.parse(input["_filter"]);
  const isWanted = compileCondition(given.expression);
  input["_filter"] = { ...given, expression: ALWAYS };
  const paths = takeProjection(input);
  const countsOnly = input["Select"] === "COUNT";
  if (countsOnly) delete input["Select"];
  return (answer) => {
    // The answer of dynalite's query or scan that was not told to count only.
    const { Items: read, ...rest } = answer as { readonly Items: readonly Item[] };
    const items = read.filter(isWanted);
    const shown = paths === undefined ? items : items.map((item) => db.mapPaths(paths, item));
    return { ...rest, Count: items.length, ...(!countsOnly && { Items: shown }) };
  };
}

function takeProjection(input: Record<string, unknown>): readonly unknown[] | undefined {
  if (input["_projection"] === undefined) return undefined;
  const { paths, ...checked } = projection.parse(input["_projection"]);
  input["_projection"] = checked;
  return paths;
}
