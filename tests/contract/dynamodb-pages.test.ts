import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { beforeEach, expect, test } from "vitest";
import { differsHere } from "./dynamodb-differences.ts";
import { describeEngines } from "./dynamodb-engines.ts";
import { key, ofEvent, openGuestTable, type GuestTable } from "./dynamodb-harness.ts";

describeEngines("pages and their items", (engine) => {
  let table: GuestTable;
  beforeEach(async () => {
    table = await openGuestTable(engine);
  });

  test.each([true, false])(
    "page without a gap or a repetition, also among equal sort keys (forward %s)",
    async (forward) => {
      const ids = Array.from({ length: 60 }, (_, at) => `g${String(at).padStart(2, "0")}`);
      await Promise.all(ids.map((id, at) => table.put(id, { joinedAt: { N: String(at % 2) } })));
      const found: (string | undefined)[] = [];
      let start: Record<string, AttributeValue> | undefined;
      do {
        const page = await table.client.query({
          TableName: "Guest",
          IndexName: "byJoined",
          ...ofEvent(),
          Limit: 7,
          ScanIndexForward: forward,
          ...(start && { ExclusiveStartKey: start }),
        });
        expect(page.Items?.length).toBeLessThanOrEqual(7);
        found.push(...(page.Items ?? []).map((item) => item["guestId"]?.S));
        start = page.LastEvaluatedKey;
      } while (start !== undefined);
      expect([...found].sort()).toEqual(ids);
      const even = found.slice(0, 30).every((id) => Number(id?.slice(1)) % 2 === (forward ? 0 : 1));
      expect(even).toBe(true);
    },
  );

  test("filter after the limit and count what they read", async () => {
    for (let at = 0; at < 6; at += 1) await table.put(`g${at}`, { photos: { N: String(at) } });
    const page = await table.client.query({
      TableName: "Guest",
      ...ofEvent(),
      Limit: 4,
      FilterExpression: "photos > :least AND attribute_not_exists(bannedAt)",
      ExpressionAttributeValues: { ":event": { S: "e1" }, ":least": { N: "1" } },
    });
    expect(page.Items?.map((item) => item["guestId"]?.S)).toEqual(["g2", "g3"]);
    expect(page).toMatchObject({ Count: 2, ScannedCount: 4, LastEvaluatedKey: key("e1", "g3") });
  });

  test("more than a megabyte comes in pages", async () => {
    const ids = ["g0", "g1", "g2", "g3", "g4"];
    for (const id of ids) await table.put(id, { text: { S: "x".repeat(300_000) } });
    const first = await table.client.query({ TableName: "Guest", ...ofEvent() });
    const seen = first.Items?.map((item) => item["guestId"]?.S) ?? [];
    expect(seen.length).toBeLessThan(5);
    expect(first.LastEvaluatedKey).toEqual(key("e1", seen.at(-1) ?? ""));
    const rest = await table.query({
      ...ofEvent(),
      ...(first.LastEvaluatedKey && { ExclusiveStartKey: first.LastEvaluatedKey }),
    });
    expect([...seen, ...rest]).toEqual(ids);
    await differsHere(engine, "the item with which a page passes a megabyte", async () => {
      expect(seen).toHaveLength(4);
    });
  });

  test("a page that ends with the last item leaves its key, the next one is empty", async () => {
    for (const id of ["g0", "g1"]) await table.put(id);
    const page = await table.client.query({ TableName: "Guest", ...ofEvent(), Limit: 2 });
    expect(page).toMatchObject({ Count: 2, LastEvaluatedKey: key("e1", "g1") });
    const next = await table.client.query({
      TableName: "Guest",
      ...ofEvent(),
      Limit: 2,
      ExclusiveStartKey: key("e1", "g1"),
    });
    expect(next).toMatchObject({ Count: 0, Items: [] });
    expect(next.LastEvaluatedKey).toBeUndefined();
  });

  test("a page may start after an item that is gone, but not outside of the query", async () => {
    for (const id of ["g0", "g2"]) await table.put(id);
    const from = (ExclusiveStartKey: Record<string, AttributeValue>) =>
      table.query({ ...ofEvent(), ExclusiveStartKey });
    expect(await from(key("e1", "g1"))).toEqual(["g2"]);
    await expect(from({ eventId: { S: "e1" } })).rejects.toMatchObject({ name: "ValidationException" });
    await differsHere(engine, "a page that starts in another partition", () =>
      expect(from(key("e2", "g1"))).rejects.toMatchObject({ name: "ValidationException" }),
    );
  });

  test("an answer holds the wanted attributes, or their count", async () => {
    await table.put("g1", {
      box: { M: { width: { N: "1" }, deep: { M: { x: { S: "y" } } } } },
      photos: { N: "1" },
    });
    await table.put("g2", { photos: { N: "2" } });
    const ask = (input: object) => table.client.query({ TableName: "Guest", ...ofEvent(), ...input });
    const paths = {
      ProjectionExpression: "guestId, #box.deep.x",
      ExpressionAttributeNames: { "#box": "box" },
    };
    const shown = [
      { guestId: { S: "g1" }, box: { M: { deep: { M: { x: { S: "y" } } } } } },
      { guestId: { S: "g2" } },
    ];
    expect((await ask(paths)).Items).toEqual(shown);
    expect((await ask({ ...paths, Select: "SPECIFIC_ATTRIBUTES" })).Items).toEqual(shown);
    // The filter sees what the answer does not show.
    const { ExpressionAttributeValues } = ofEvent();
    const filter = {
      FilterExpression: "photos > :one",
      ExpressionAttributeValues: { ...ExpressionAttributeValues, ":one": { N: "1" } },
    };
    expect(await ask({ ...paths, ...filter })).toMatchObject({
      Items: [shown[1]],
      Count: 1,
      ScannedCount: 2,
    });
    const counted = await ask({ ...filter, Select: "COUNT" });
    expect(counted).toMatchObject({ Count: 1, ScannedCount: 2 });
    expect(counted.Items).toBeUndefined();
  });
});
