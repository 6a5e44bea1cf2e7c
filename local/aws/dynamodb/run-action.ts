import { AwsError } from "../service.ts";
import { createCallStore } from "./call-store.ts";
import { checkExpressions } from "./check-expressions.ts";
import { checkMembers } from "./check-members.ts";
import { compileCondition } from "./compile-condition.ts";
import { loadAction, setCondition } from "./dynalite.ts";
import { toAwsError } from "./fault.ts";
import type { ItemStore } from "./item-store.ts";
import { takeFilter } from "./page-filter.ts";
import type { Item } from "./table.ts";
import { toPlain } from "./to-plain.ts";
import { validateInput } from "./validate-input.ts";

export type RunAction = (store: ItemStore, input: unknown) => Promise<unknown>;

/** One of dynalite's own operations, `name` as in `putItem`. */
export function createAction(name: string): RunAction {
  const { action, validation } = loadAction(name);
  // How far from the answer its items are: `Items[]`, or `Responses.TABLE[]`.
  const depth = name === "batchGetItem" ? 3 : 2;
  return async (store, input) => {
    const wanted = returnsItemOnFailure(input);
    checkMembers(store, name, input, validation);
    const typed = validateInput(input, validation);
    checkExpressions(typed);
    takeCondition(typed);
    const finish = takeFilter(typed);
    const seen: { item?: Item } = {};
    return new Promise((resolve, reject) => {
      const fail = (error: unknown) => {
        const members =
          wanted && isFailedCondition(error) && seen.item !== undefined ? { Item: seen.item } : {};
        reject(toAwsError(error, members));
      };
      try {
        action(createCallStore(store, seen, fail), typed, (error, answer) =>
          error ? fail(error) : resolve(toPlain(finish(answer), depth)),
        );
      } catch (error) {
        fail(error);
      }
    });
  };
}

function takeCondition(input: Record<string, unknown>): void {
  const parsed = input["_condition"];
  if (typeof parsed !== "object" || parsed === null || !("expression" in parsed)) return;
  setCondition(input, compileCondition(parsed.expression));
}

/** dynalite does not know this member and so would drop it without a word. */
function returnsItemOnFailure(input: unknown): boolean {
  const name = "ReturnValuesOnConditionCheckFailure";
  if (typeof input !== "object" || input === null || !(name in input)) return false;
  const value = input[name];
  if (value === "ALL_OLD") return true;
  if (value === undefined || value === null || value === "NONE") return false;
  throw new AwsError(
    "ValidationException",
    `1 validation error detected: Value '${JSON.stringify(value)}' at 'returnValuesOnConditionCheckFailure' failed to satisfy ` +
      "constraint: Member must satisfy enum value set: [ALL_OLD, NONE]",
  );
}

function isFailedCondition(error: unknown): boolean {
  const converted = toAwsError(error);
  return converted instanceof AwsError && converted.code === "ConditionalCheckFailedException";
}
