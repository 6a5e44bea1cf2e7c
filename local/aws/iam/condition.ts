import { glob } from "./glob.ts";

/** The facts about one request that conditions ask for, for example `aws:SecureTransport`. */
export type RequestContext = Readonly<Record<string, string>>;
export type Condition = (context: RequestContext) => boolean;

type Comparison = (actual: string, expected: string) => boolean;

const arnLike: Comparison = (actual, expected) => {
  const [actualParts, expectedParts] = [arnParts(actual), arnParts(expected)];
  // AWS compares the six parts of an ARN one by one: a wildcard never reaches over a colon.
  return expectedParts.every((part, index) => glob(part)(actualParts[index] ?? ""));
};

const comparisons: Readonly<Record<string, Comparison>> = {
  StringEquals: (actual, expected) => actual === expected,
  StringEqualsIgnoreCase: (actual, expected) => actual.toLowerCase() === expected.toLowerCase(),
  StringLike: (actual, expected) => glob(expected)(actual),
  ArnEquals: arnLike,
  ArnLike: arnLike,
  Bool: (actual, expected) => actual.toLowerCase() === expected.toLowerCase(),
};

/**
 * Compiles the `Condition` block of a statement: all keys of all operators must hold, one value of each suffices.
 * Throws for an operator that is not known here, so that no condition is ever passed over in silence.
 */
export function compileCondition(
  block: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
): Condition {
  const conditions = Object.entries(block).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => compileOne(operator, key, values)),
  );
  return (context) => conditions.every((holds) => holds(context));
}

function compileOne(operator: string, key: string, values: readonly string[]): Condition {
  const ifExists = operator.endsWith("IfExists");
  // Every key has one value here, so "any value" is that one.
  const name = operator.replace(/^ForAnyValue:/, "").replace(/IfExists$/, "");
  const compare = comparisons[name];
  if (compare === undefined) throw new Error(`IAM condition operator ${operator} is not supported locally`);
  const wanted = key.toLowerCase();
  return (context) => {
    const actual = Object.entries(context).find(([name]) => name.toLowerCase() === wanted)?.[1];
    if (actual === undefined) return ifExists;
    return values.some((expected) => compare(actual, expected));
  };
}

function arnParts(arn: string): readonly string[] {
  const parts = arn.split(":");
  return [...parts.slice(0, 5), parts.slice(5).join(":")];
}
