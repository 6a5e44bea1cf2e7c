import {
  buildASTSchema,
  type GraphQLObjectType,
  isObjectType,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { describe, expect, it } from "vitest";
import { schema as amplifySchema } from "../../amplify/data/schema.ts";
import { endingOperations } from "../../functions/shared/adapters/ending-operations.ts";
import { operations as ceremonyOperations } from "../../functions/shared/adapters/ceremony-operations.ts";
import { hostOperations } from "../../functions/shared/adapters/host-operations.ts";

/** Amplify's schema as GraphQL sees it, with AppSync's own scalars; directives are not looked at. */
function apiSchema() {
  const { schema } = amplifySchema.transform();
  return buildASTSchema(parse(`scalar AWSJSON scalar AWSDateTime ${schema}`), { assumeValidSDL: true });
}
const api = apiSchema();
const { event: rulesOfEvent, ...orders } = hostOperations;
const operations = { ...ceremonyOperations, ...orders, ...endingOperations, rulesOfEvent };

/** The fields of every object type that an operation selects, by type name. */
function selections(document: string): ReadonlyMap<string, ReadonlySet<string>> {
  const selected = new Map<string, Set<string>>();
  const info = new TypeInfo(api);
  visit(
    parse(document),
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType();
        if (!isObjectType(parent)) return;
        selected.set(parent.name, (selected.get(parent.name) ?? new Set()).add(node.name.value));
      },
    }),
  );
  return selected;
}

const fieldsOf = (name: string): string[] =>
  Object.keys((api.getType(name) as GraphQLObjectType).getFields());

describe("the functions' GraphQL operations", () => {
  it.each(Object.values(operations).map(({ field, document }) => [field, document]))(
    "%s fits the schema",
    (field, document) => {
      expect(validate(api, parse(document)).map((error) => error.message)).toEqual([]);
      expect(document).toContain(`${field}(`);
    },
  );

  // A subscriber receives only what the mutation selected, and a row that is read is written back whole.
  it.each([
    ["publishStanding", "Standing"],
    ["publishShownPhoto", "ShownPhoto"],
    ["publishShownPhoto", "FaceBox"],
    ["photo", "PhotoRow"],
    ["photo", "FaceReading"],
    ["photosOfGuest", "PhotoRow"],
    ["photosOfEvent", "PhotoRow"],
    ["guest", "GuestRow"],
    ["job", "JobProgress"],
    ["publishJob", "JobProgress"],
  ] as const)("%s selects all of %s", (operation, type) => {
    expect([...(selections(operations[operation].document).get(type) ?? [])].toSorted()).toEqual(
      fieldsOf(type).toSorted(),
    );
  });
});
