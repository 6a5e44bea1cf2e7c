import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { evaluateCode } from "../../local/appsync/runtime/evaluate-code.ts";
import { clone } from "../fixtures/clone.ts";

// The request objects of the developer guide, "JavaScript resolver function reference for DynamoDB" and for Lambda;
// a member that the guide does not name is a mistake.
const attribute: z.ZodType = z.lazy(() =>
  z.union([
    z.strictObject({ S: z.string() }),
    z.strictObject({ N: z.number() }),
    z.strictObject({ BOOL: z.boolean() }),
    z.strictObject({ NULL: z.null() }),
    z.strictObject({ L: z.array(attribute) }),
    z.strictObject({ M: z.record(z.string(), attribute) }),
  ]),
);
const attributes = z.record(z.string(), attribute);
const names = z.record(z.string().startsWith("#"), z.string());
const values = z.record(z.string().startsWith(":"), attribute);
const expression = z.strictObject({
  expression: z.string().min(1),
  expressionNames: names.optional(),
  expressionValues: values.optional(),
});
const condition = expression.extend({ equalsIgnore: z.array(z.string()).optional() });
const token = z.string().nullish();
const request = z.discriminatedUnion("operation", [
  z.strictObject({
    operation: z.literal("GetItem"),
    key: attributes,
    consistentRead: z.boolean().optional(),
  }),
  z.strictObject({
    operation: z.literal("PutItem"),
    key: attributes,
    attributeValues: attributes,
    condition: condition.optional(),
  }),
  z.strictObject({
    operation: z.literal("UpdateItem"),
    key: attributes,
    update: expression,
    condition: condition.optional(),
  }),
  z.strictObject({
    operation: z.literal("DeleteItem"),
    key: attributes,
    condition: condition.optional(),
  }),
  z.strictObject({
    operation: z.literal("Query"),
    query: expression,
    index: z.string().optional(),
    filter: expression.optional(),
    nextToken: token,
    // The loops of the runtime end after as many.
    limit: z.number().int().positive().max(1000).optional(),
    scanIndexForward: z.boolean().optional(),
    projection: z
      .strictObject({ expression: z.string().min(1), expressionNames: names.optional() })
      .optional(),
    consistentRead: z.boolean().optional(),
  }),
  z.strictObject({
    operation: z.literal("BatchGetItem"),
    tables: z.record(
      z.string(),
      z.strictObject({ keys: z.array(attributes).min(1).max(100), consistentRead: z.boolean().optional() }),
    ),
  }),
  z.strictObject({ operation: z.literal("Invoke"), payload: z.unknown() }),
]);
/** Subscriptions ask nobody. */
const subscribers = ["on-board.js", "on-event.js", "on-job.js", "on-me.js"];
const nothing = z.strictObject({ payload: z.unknown() });

/** Enough for the request handler of every resolver. */
const context = {
  args: {
    eventId: "e",
    guestId: "g",
    boardId: "b",
    photoId: "p",
    lineUserId: "U1",
    displayName: "花子",
    heldName: "バカ花子",
    isOffScreen: true,
    language: "ja",
    deliveryId: "d",
    kind: "k",
    title: "Party",
    idToken: "t",
    state: "shown",
    step: "done",
    score: 98.5,
    scoreKey: "0985",
    rankKey: "0985#1",
    image: "i",
    contentHash: "h",
    lookHash: "l",
    limit: 25,
    faces: [{ box: { left: 0.1 }, isMain: true, age: null }],
    photos: 2,
    rungs: [{ place: 1, score: 99 }],
    guests: 3,
    now: 5,
    opensAt: 1,
    closesAt: 9,
    dueAt: 6,
    recordedAt: 5,
    computedAt: 5,
    expiresAt: 9,
    sentAt: 4,
    erasedAt: 5,
    leftAt: 4,
    leavesAt: 6,
    until: 5,
    isForgotten: true,
    isFormer: false,
    address: "a",
    expectedVersion: 1,
    nextToken: null,
    search: "Hana",
    entryId: "2026#1",
    isDone: true,
    decision: { by: "host", at: 1, entryId: "2026#1", count: 2 },
  },
  info: { fieldName: "changeRules" },
  identity: { sub: "host", username: "host", resolverContext: { eventId: "e", guestId: "g", issuedAt: "1" } },
  stash: {
    awsAppsyncApiId: "api",
    boardId: "b",
    event: { eventId: "e", boardId: "b" },
    guest: { eventId: "e", guestId: "g", rankKey: "0985#1" },
    photos: [{ eventId: "e", guestId: "g", photoId: "p" }],
    guests: [],
    detail: { photo: { duplicateOf: "p0" } },
    job: { report: { rehearsalId: "r" } },
  },
};
const directory = join(clone, "amplify/data/resolvers");
const files = readdirSync(directory).filter((name) => name.endsWith(".js"));

function requestOf(fileName: string): unknown {
  const code = readFileSync(join(directory, fileName), "utf8");
  const { result, error } = evaluateCode({ code, fileName, context, function: "request", clock: () => 7 });
  if (error) throw new Error(error.message);
  return result;
}

test.each(files)("%s asks its data source in the documented form", (fileName) => {
  const asked = requestOf(fileName);
  expect(() => (subscribers.includes(fileName) ? nothing : request).parse(asked)).not.toThrow();
  // Every name and value that an expression uses is given, and every one that is given is used.
  const text = JSON.stringify(asked);
  for (const [, mark] of text.matchAll(/"([#:]\w+)":/g))
    expect(text.split(`${mark}`).length).toBeGreaterThan(2);
});

test("there are as many resolvers as this test believes", () => {
  expect(files.length).toBeGreaterThan(30);
});
