import { ChannelError } from "../errors.ts";
import { isRecord, own, type Fields } from "../shape.ts";
import { filterRule, type FilterRule } from "./filter-rule.ts";

/** Which payloads of mutations are for a subscription. */
export interface EventFilter {
  accepts(payload: Fields): boolean;
  /** What every accepted payload has: a top-level field with this very value. */
  readonly demands?: { readonly field: string; readonly value: string | number | boolean };
}

type Accepts = EventFilter["accepts"];

const MOST_FIELDS = 5;
const MOST_FILTERS = 10;

function filtersOf(filter: unknown): readonly (readonly FilterRule[])[] {
  const groups = own(filter, "filterGroup");
  if (!Array.isArray(groups)) throw new ChannelError("Invalid subscription filter: it has no filterGroup");
  return groups.map((group) => {
    const rules = own(group, "filters");
    if (Array.isArray(rules)) return rules.map(filterRule);
    throw new ChannelError("Invalid subscription filter: a group has no filters");
  });
}

function checkLimits(filters: readonly (readonly FilterRule[])[]): void {
  for (const rules of filters) {
    const fields = new Set(rules.map(({ field }) => field));
    if (fields.size < rules.length)
      throw new ChannelError("subscription filter uses same fieldName multiple time");
    if (fields.size > MOST_FIELDS)
      throw new ChannelError(`Filters exceed maximum attributes limit ${MOST_FIELDS} for subscription.`);
  }
  // Every value of an `in` counts as a filter of its own.
  const values = ({ operator, value }: FilterRule) =>
    operator === "in" && Array.isArray(value) ? value.length : 1;
  const combinations = filters.reduce(
    (sum, rules) => sum + rules.reduce((product, rule) => product * values(rule), 1),
    0,
  );
  if (combinations > MOST_FILTERS)
    throw new ChannelError(`Filters combination exceed maximum limit ${MOST_FILTERS} for subscription.`);
}

function demandOf([rules = [], ...others]: readonly (readonly FilterRule[])[]): EventFilter["demands"] {
  const equality = others.length === 0 ? rules.find(({ operator }) => operator === "eq") : undefined;
  return equality && demanded(equality.field, equality.value);
}

function demanded(field: string, value: unknown): EventFilter["demands"] {
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isPlain && !field.includes(".") ? { field, value } : undefined;
}

function withDemand(accepts: Accepts, demands: EventFilter["demands"]): EventFilter {
  return demands ? { accepts, demands } : { accepts };
}

/**
 * Compiles the argument of `extensions.setSubscriptionFilter`: filters are ORed, the rules of each are ANDed. Throws an
 * `ChannelError` for what AppSync does not take.
 */
export function enhancedFilter(filter: unknown): EventFilter {
  const filters = filtersOf(filter);
  if (filters.length === 0) return { accepts: () => true };
  checkLimits(filters);
  const accepts: Accepts = (payload) => filters.some((rules) => rules.every((rule) => rule.accepts(payload)));
  return withDemand(accepts, demandOf(filters));
}

/** AppSync's basic filtering: every given argument equals the payload's field; null asks for null. */
export function argumentFilter(args: Readonly<Fields>): EventFilter {
  const expected = Object.entries(args);
  const accepts: Accepts = (payload) =>
    expected.every(([name, value]) => equal(payload[name] ?? null, value));
  const [demands] = expected.flatMap(([name, value]) => demanded(name, value) ?? []);
  return withDemand(accepts, demands);
}

function equal(actual: unknown, expected: unknown): boolean {
  if (!isRecord(expected) && !Array.isArray(expected)) return actual === expected;
  return JSON.stringify(actual) === JSON.stringify(expected);
}
