import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Loose } from "./appsync-harness.ts";
import { openThings, type Things } from "./appsync-things.ts";

let things: Things;
beforeAll(async () => {
  things = await openThings();
});
afterAll(() => things.close());

describe("reading and writing", () => {
  test("an item goes through with every type", async () => {
    const item = {
      text: "x",
      n: 1.5,
      yes: true,
      none: null,
      list: [1, "a", { b: [] }],
      map: { deep: { n: 1 } },
    };
    expect(await things.run("put", { id: "types", at: 1, item })).toEqual({
      result: { id: "types", at: 1, ...item },
      error: null,
    });
    expect(await things.run("get", { id: "types", at: 1 })).toEqual({
      result: { id: "types", at: 1, ...item },
      error: null,
    });
    expect((await things.run("get", { id: "types", at: 1, projection: ["map.deep", "n"] })).result).toEqual({
      map: { deep: { n: 1 } },
      n: 1.5,
    });
    expect((await things.run("get", { id: "nobody", at: 1 })).result).toBeNull();
  });

  test("an update answers with the new item", async () => {
    await things.run("put", { id: "up", at: 1, item: { score: 2, old: "x", tags: ["a"] } });
    const { result } = await things.run("update", {
      id: "up",
      at: 1,
      by: 3,
      name: "n",
      condition: { score: { eq: 2 } },
    });
    expect(result).toEqual({ id: "up", at: 1, score: 5, name: "n", tags: ["a", "new"] });
  });

  test("a delete answers with the old item", async () => {
    await things.run("put", { id: "del", at: 1, item: { a: 1 } });
    expect((await things.run("remove", { id: "del", at: 1 })).result).toEqual({ id: "del", at: 1, a: 1 });
    expect((await things.run("remove", { id: "del", at: 1 })).result).toBeNull();
  });

  test("pages by an opaque token; scannedCount beside items", async () => {
    for (let at = 1; at <= 5; at += 1)
      await things.run("put", { id: "page", at, item: { even: at % 2 === 0 } });
    const first = await things.run("query", { id: "page", options: { limit: 2 } });
    expect(first.result.items.map(({ at }: Loose) => at)).toEqual([1, 2]);
    expect(first.result.nextToken).toMatch(/^[A-Za-z0-9+/=]+$/);
    const rest = await things.run("query", {
      id: "page",
      options: { nextToken: first.result.nextToken, scanIndexForward: true },
    });
    expect(rest.result).toMatchObject({ nextToken: null, scannedCount: 3 });
    expect(rest.result.items.map(({ at }: Loose) => at)).toEqual([3, 4, 5]);
    const backwards = await things.run("query", {
      id: "page",
      options: { scanIndexForward: false, limit: 1 },
    });
    expect(backwards.result.items[0].at).toBe(5);
    const filtered = await things.run("query", { id: "page", options: { filter: { even: { eq: true } } } });
    expect(filtered.result).toMatchObject({ items: [{ at: 2 }, { at: 4 }], scannedCount: 5 });
  });

  test("a token that is none", async () => {
    const { errors } = await things.answer("query", { id: "page", options: { nextToken: "bogus" } });
    expect(errors[0]).toMatchObject({
      message: "Invalid pagination token given.",
      errorType: "BadRequestException",
    });
  });

  test("an index, a scan, a batch in the order of its keys", async () => {
    for (const at of [1, 2]) await things.run("put", { id: `kind${at}`, at, item: { kind: "k" } });
    expect((await things.run("byKind", { kind: "k" })).result.items.map(({ at }: Loose) => at)).toEqual([
      2, 1,
    ]);
    expect((await things.run("scan", { kind: "k" })).result.items).toHaveLength(2);
    const keys = [
      { id: "kind2", at: 2 },
      { id: "none", at: 1 },
      { id: "kind1", at: 1 },
    ];
    const { result } = await things.run("batchGet", { keys });
    expect(result.data.Things.map((item: Loose) => item?.id ?? null)).toEqual(["kind2", null, "kind1"]);
    expect(result.unprocessedKeys).toEqual({ Things: [] });
  });
});

describe("a condition that fails", () => {
  test("is an error of its own type, with the stored item as result of a put", async () => {
    await things.run("claim", { id: "c1", item: { owner: "a" } });
    const { result, error } = await things.run("claim", { id: "c1", item: { owner: "b" } });
    expect(error.type).toBe("DynamoDB:ConditionalCheckFailedException");
    expect(error.message).toMatch(
      /^The conditional request failed \(Service: DynamoDb, Status Code: 400, Request ID: .+\)$/,
    );
    expect(result).toEqual({ id: "c1", at: 0, owner: "a" });
  });

  test("counts as success when the very same item is there already", async () => {
    await things.run("claim", { id: "c2", item: { owner: "a" } });
    expect(await things.run("claim", { id: "c2", item: { owner: "a" } })).toEqual({
      result: { id: "c2", at: 0, owner: "a" },
      error: null,
    });
  });

  test("equalsIgnore leaves attributes out of that comparison", async () => {
    await things.run("claimIgnoring", { id: "c3", item: { owner: "a", when: 1 } });
    expect(
      (await things.run("claimIgnoring", { id: "c3", item: { owner: "a", when: 2 } })).result,
    ).toMatchObject({
      when: 1,
    });
    expect(
      (await things.run("claimIgnoring", { id: "c3", item: { owner: "b", when: 2 } })).error,
    ).not.toBeNull();
  });

  test("of an update gives no item", async () => {
    await things.run("put", { id: "c4", at: 1, item: { score: 1, tags: [] } });
    const { result, error } = await things.run("update", {
      id: "c4",
      at: 1,
      by: 1,
      name: "n",
      condition: { score: { eq: 9 } },
    });
    expect(error.type).toBe("DynamoDB:ConditionalCheckFailedException");
    expect(result).toBeNull();
  });

  test("of a delete: done if there is nothing, else an error with the item", async () => {
    const condition = { owner: { eq: "me" } };
    expect(await things.run("remove", { id: "c5", at: 1, condition })).toEqual({ result: null, error: null });
    await things.run("put", { id: "c5", at: 1, item: { owner: "you" } });
    const { result, error } = await things.run("remove", { id: "c5", at: 1, condition });
    expect(error.type).toBe("DynamoDB:ConditionalCheckFailedException");
    expect(result).toMatchObject({ owner: "you" });
  });

  test("reaches the client as util.error hands it on", async () => {
    await things.run("claim", { id: "c6", item: { owner: "a" } });
    const { data, errors } = await things.answer("claim", { id: "c6", item: { owner: "b" }, isStrict: true });
    expect(data).toEqual({ run: null });
    expect(errors[0]).toMatchObject({
      path: ["run"],
      errorType: "DynamoDB:ConditionalCheckFailedException",
      data: { id: "c6", owner: "a" },
    });
  });
});

describe("requests that cannot be", () => {
  test("DynamoDB's own refusals carry their name", async () => {
    const { error } = await things.run("get", { id: 5, at: 1 });
    expect(error.type).toBe("DynamoDB:ValidationException");
  });

  test("a right that the role lacks", async () => {
    things.deny.add("dynamodb:GetItem");
    const { error } = await things.run("get", { id: "types", at: 1 });
    things.deny.clear();
    expect(error).toMatchObject({ type: "DynamoDB:AccessDeniedException" });
    expect(error.message).toContain("dynamodb:GetItem");
  });

  test.each([
    [{ operation: "Nonsense" }, "Unsupported operation 'Nonsense'."],
    [{ operation: "GetItem", key: { id: { S: "a" } }, extra: 1 }, "Unsupported element '$[extra]'."],
    [
      { operation: "PutItem", key: { id: { S: "a" } }, condition: { expression: "a", returnValues: 1 } },
      "Unsupported element '$[condition][returnValues]'.",
    ],
    [{ operation: "GetItem" }, "Expected JSON object for attribute value '$[key]'"],
    [{ operation: "GetItem", key: { id: "a" } }, '"a" is no typed DynamoDB value'],
  ])("%j", async (request, message) => {
    const { errors } = await things.answer("raw", request);
    expect(errors[0]).toMatchObject({ message, errorType: "MappingTemplate" });
  });

  test("what the stand-in lacks says so by name and writes nothing", async () => {
    things.calls.length = 0;
    const { errors } = await things.answer("batchPut", {});
    expect(errors[0].message).toContain("The DynamoDB operation BatchPutItem is not supported");
    expect(things.calls).toEqual([]);
  });
});
