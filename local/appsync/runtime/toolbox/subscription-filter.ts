import { isRecord, type Fields } from "../../shape.ts";

interface SubscriptionRule {
  readonly fieldName: string;
  readonly operator: string;
  readonly value: unknown;
}

/** Rules of one filter are ANDed, filters of the group are ORed. */
export interface SubscriptionFilter {
  readonly filterGroup: readonly { readonly filters: readonly SubscriptionRule[] }[];
}

type Alternatives = readonly (readonly SubscriptionRule[])[];

function product(left: Alternatives, right: Alternatives): Alternatives {
  return left.flatMap((rules) => right.map((more) => [...rules, ...more]));
}

function ofField(fieldName: string, operators: unknown): Alternatives {
  if (!isRecord(operators)) return [];
  return Object.entries(operators).map(([operator, value]) => [{ fieldName, operator, value }]);
}

function alternatives(filter: Fields, ignored: readonly string[]): Alternatives {
  return Object.entries(filter).reduce<Alternatives>(
    (found, [name, condition]) => {
      const members = Array.isArray(condition) ? condition.filter(isRecord) : [];
      if (name === "and")
        return members.reduce((all, member) => product(all, alternatives(member, ignored)), found);
      if (name === "or")
        return product(
          found,
          members.flatMap((member) => alternatives(member, ignored)),
        );
      return ignored.includes(name) ? found : product(found, ofField(name, condition));
    },
    [[]],
  );
}

/**
 * `util.transform.toSubscriptionFilter`: every operator of a field, member of an `or` and rule of `rules` is an
 * alternative, so the groups multiply out. Null for what is no object.
 */
export function toSubscriptionFilter(
  filter: unknown,
  ignored: readonly string[] = [],
  rules?: unknown,
): SubscriptionFilter | null {
  if (!isRecord(filter)) return null;
  const base = alternatives(filter, ignored);
  const strict = isRecord(rules) ? Object.entries(rules).flatMap(([name, rule]) => ofField(name, rule)) : [];
  const groups = strict.length > 0 ? product(base, strict) : base;
  return { filterGroup: groups.filter((filters) => filters.length > 0).map((filters) => ({ filters })) };
}
