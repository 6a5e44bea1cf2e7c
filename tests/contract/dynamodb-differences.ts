import { expect } from "vitest";
import type { Engine } from "./dynamodb-engines.ts";

/**
 * Where an engine does otherwise than AWS documents. Each case stands in docs/local-stack.md ("A second opinion on
 * DynamoDB") with both answers and the decision; dynamodb-documents.test.ts holds the two lists against each other.
 */
export const differences = {
  "positions of removed list elements": "dynoxide",
  "a list element set beyond the end": "dynoxide",
  "changed list elements in the answer": "dynoxide",
  "an answer without any changed attribute": "dynoxide",
  "the old item of a new one": "dynoxide",
  "the order of values that have none": "dynoxide",
  "an unknown type in attribute_type": "dynoxide",
  "an attribute compared with itself": "dynoxide",
  "too long an index key": "dynoxide",
  "a sort key of another type in a query": "dynoxide",
  "the order of key conditions": "dynoxide",
  "a page that starts in another partition": "dynoxide",
  "the item with which a page passes a megabyte": "dynoxide",
  "a provisioned table without throughput": "dynoxide",
  "switching time to live twice": "dynoxide",
} as const satisfies Readonly<Record<string, Engine>>;

/**
 * What AWS documents is expected of every engine but the one that is known to differ; of that one it is expected
 * that it still does, so that no exception outlives its reason.
 */
export async function differsHere(
  engine: Engine,
  name: keyof typeof differences,
  expectation: () => Promise<unknown>,
): Promise<void> {
  if (differences[name] !== engine) {
    await expectation();
    return;
  }
  const outcome = await expectation().then(
    () => "as documented",
    (error: unknown) => error,
  );
  expect(outcome, `${name}: does not differ any more`).toMatchObject({ name: "AssertionError" });
}
