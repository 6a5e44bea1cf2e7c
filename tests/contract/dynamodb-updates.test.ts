import type { AttributeValue, ReturnValue } from "@aws-sdk/client-dynamodb";
import { beforeEach, expect, test } from "vitest";
import { differsHere } from "./dynamodb-differences.ts";
import { describeEngines } from "./dynamodb-engines.ts";
import { key, openGuestTable, type GuestTable } from "./dynamodb-harness.ts";

describeEngines("updates", (engine) => {
  let table: GuestTable;
  beforeEach(async () => {
    table = await openGuestTable(engine);
  });

  const update = (UpdateExpression: string, values?: Record<string, AttributeValue>, more: object = {}) =>
    table.client.updateItem({
      TableName: "Guest",
      Key: key("e1", "g1"),
      UpdateExpression,
      ...(values && { ExpressionAttributeValues: values }),
      ReturnValues: "ALL_NEW",
      ...more,
    });

  test("SET, REMOVE, ADD and if_not_exists in one expression", async () => {
    await table.put("g1", { displayName: { S: "old" }, bannedAt: { N: "1" }, photos: { N: "2" } });
    const { Attributes } = await update(
      "SET displayName = :name, firstSeen = if_not_exists(firstSeen, :now), #l = list_append(:none, :one) REMOVE bannedAt ADD photos :plus, faces :plus",
      {
        ":name": { S: "new" },
        ":now": { N: "7" },
        ":none": { L: [] },
        ":one": { L: [{ S: "x" }] },
        ":plus": { N: "1" },
      },
      { ExpressionAttributeNames: { "#l": "language" } },
    );
    const expected = {
      ...key("e1", "g1"),
      displayName: { S: "new" },
      firstSeen: { N: "7" },
      language: { L: [{ S: "x" }] },
      photos: { N: "3" },
      faces: { N: "1" },
    };
    expect(Attributes).toEqual(expected);
    expect(await table.find("g1")).toEqual(expected);
  });

  test("if_not_exists keeps what is there", async () => {
    await table.put("g1", { firstSeen: { N: "3" } });
    const { Attributes } = await update("SET firstSeen = if_not_exists(firstSeen, :now)", {
      ":now": { N: "7" },
    });
    expect(Attributes?.["firstSeen"]?.N).toBe("3");
  });

  test("positions in a list mean the list as it was", async () => {
    const items = ["Chisel", "Hammer", "Nails", "Screwdriver", "Hacksaw"];
    const removed = async (expression: string, values?: Record<string, AttributeValue>) => {
      await table.put("g1", { tools: { L: items.map((S) => ({ S })) } });
      const { Attributes } = await update(expression, values);
      return Attributes?.["tools"]?.L?.map(({ S }) => S);
    };
    expect(await removed("REMOVE tools[4]")).toEqual(["Chisel", "Hammer", "Nails", "Screwdriver"]);
    expect(await removed("REMOVE tools[9]")).toEqual(items);
    await differsHere(engine, "positions of removed list elements", async () => {
      expect(await removed("REMOVE tools[1], tools[2]")).toEqual(["Chisel", "Screwdriver", "Hacksaw"]);
      const saw = { ":new": { S: "Saw" } };
      expect(await removed("REMOVE tools[0], tools[2] SET tools[1] = :new", saw)).toEqual([
        "Saw",
        "Screwdriver",
        "Hacksaw",
      ]);
    });
  });

  test("an element set beyond the end of a list is appended, several in the order of their positions", async () => {
    await table.put("g1", { tools: { L: [{ S: "Hammer" }] } });
    await differsHere(engine, "a list element set beyond the end", async () => {
      const { Attributes } = await update("SET tools[9] = :late, tools[5] = :early", {
        ":late": { S: "late" },
        ":early": { S: "early" },
      });
      expect(Attributes?.["tools"]?.L?.map(({ S }) => S)).toEqual(["Hammer", "early", "late"]);
    });
  });

  test("a value that is copied is the one from before, and no longer tied to its source", async () => {
    await table.put("g1", { photos: { N: "2" }, box: { M: { width: { N: "1" } } }, tags: { SS: ["a"] } });
    const { Attributes } = await update(
      "SET earlier = photos, boxBefore = box, box.width = :nine, ever = if_not_exists(tags, :none) ADD photos :one, tags :b",
      { ":one": { N: "1" }, ":nine": { N: "9" }, ":b": { SS: ["b"] }, ":none": { SS: ["none"] } },
    );
    expect(Attributes).toMatchObject({
      earlier: { N: "2" },
      photos: { N: "3" },
      boxBefore: { M: { width: { N: "1" } } },
      box: { M: { width: { N: "9" } } },
      ever: { SS: ["a"] },
    });
    expect(Attributes?.["tags"]?.SS?.toSorted()).toEqual(["a", "b"]);
    const swapped = await update("SET photos = earlier, earlier = photos");
    expect(swapped.Attributes).toMatchObject({ earlier: { N: "3" }, photos: { N: "2" } });
  });

  test("nested members are set where their parents are, and refused where they are not", async () => {
    await table.put("g1", { box: { M: { width: { N: "1" }, height: { N: "2" } } }, letters: { L: [] } });
    const { Attributes } = await update(
      "SET box.width = box.width + :one, letters[0] = :x REMOVE box.height",
      {
        ":one": { N: "1" },
        ":x": { S: "x" },
      },
    );
    expect(Attributes).toMatchObject({ box: { M: { width: { N: "2" } } }, letters: { L: [{ S: "x" }] } });
    expect(Attributes?.["box"]?.M).not.toHaveProperty("height");
    for (const path of ["nothing.width", "letters.width", "box[0]"]) {
      await expect(update(`SET ${path} = :x`, { ":x": { S: "x" } })).rejects.toMatchObject({
        name: "ValidationException",
        message: "The document path provided in the update expression is invalid for update",
      });
    }
  });

  test("sets grow and shrink, and an empty one goes", async () => {
    await table.put("g1", { tags: { SS: ["a", "b"] } });
    const tags = async (expression: string, SS: string[]) =>
      (await update(expression, { ":tags": { SS } })).Attributes?.["tags"]?.SS?.toSorted();
    expect(await tags("ADD tags :tags", ["b", "c"])).toEqual(["a", "b", "c"]);
    expect(await tags("DELETE tags :tags", ["c", "x"])).toEqual(["a", "b"]);
    expect(await tags("DELETE tags :tags", ["a", "b"])).toBeUndefined();
    expect(await table.find("g1")).toEqual(key("e1", "g1"));
  });

  test.each<[what: string, expression: string, values: Record<string, AttributeValue>]>([
    ["a text added to a number", "ADD photos :x", { ":x": { S: "1" } }],
    ["a number added to a text", "ADD title :x", { ":x": { N: "1" } }],
    ["a sum with a text", "SET photos = title + :x", { ":x": { N: "1" } }],
    ["a sum with nothing", "SET photos = nothing + :x", { ":x": { N: "1" } }],
    ["an overlap", "SET box = :x, box.width = :x", { ":x": { N: "1" } }],
    ["a key", "SET guestId = :x", { ":x": { S: "g2" } }],
    ["a reserved word", "SET status = :x", { ":x": { S: "x" } }],
    ["a value that is not given", "SET photos = :y", { ":x": { N: "1" } }],
    ["a value that is not used", "SET photos = :x", { ":x": { N: "1" }, ":y": { N: "1" } }],
    ["a clause twice", "SET photos = :x SET faces = :x", { ":x": { N: "1" } }],
    ["an empty set", "SET tags = :x", { ":x": { SS: [] } }],
    ["the same element twice", "SET tags = :x", { ":x": { SS: ["a", "a"] } }],
    ["a list_append to a text", "SET letters = list_append(title, :x)", { ":x": { L: [] } }],
    ["no expression at all", "", { ":x": { N: "1" } }],
    ["too much", "SET title = :x", { ":x": { S: "x".repeat(409_600) } }],
  ])("%s is refused and changes nothing", async (_, expression, values) => {
    const attributes = { photos: { N: "1" }, title: { S: "x" }, box: { M: {} } };
    await table.put("g1", attributes);
    await expect(update(expression, values)).rejects.toMatchObject({ name: "ValidationException" });
    expect(await table.find("g1")).toEqual({ ...key("e1", "g1"), ...attributes });
  });

  test("the answer holds what was asked for", async () => {
    const before = { photos: { N: "1" }, title: { S: "x" }, tools: { L: [{ S: "a" }, { S: "b" }] } };
    const answered = async (
      ReturnValues: ReturnValue,
      expression = "SET photos = :two, faces = :two REMOVE title",
    ) => {
      await table.put("g1", before);
      return (await update(expression, { ":two": { N: "2" } }, { ReturnValues })).Attributes;
    };
    const two = { N: "2" };
    expect(await answered("NONE")).toBeUndefined();
    expect(await answered("ALL_OLD")).toEqual({ ...key("e1", "g1"), ...before });
    expect(await answered("UPDATED_OLD")).toEqual({ photos: { N: "1" }, title: { S: "x" } });
    expect(await answered("UPDATED_NEW")).toEqual({ photos: two, faces: two });
    await differsHere(engine, "changed list elements in the answer", async () => {
      expect(await answered("UPDATED_NEW", "SET tools[1] = :two")).toEqual({ tools: { L: [two] } });
      expect(await answered("UPDATED_OLD", "SET tools[1] = :two")).toEqual({ tools: { L: [{ S: "b" }] } });
    });
    await differsHere(engine, "the old item of a new one", async () => {
      const made = await update(
        "SET photos = :two",
        { ":two": two },
        { Key: key("e1", "new"), ReturnValues: "ALL_OLD" },
      );
      expect(made.Attributes).toBeUndefined();
    });
    expect(await table.find("new")).toEqual({ ...key("e1", "new"), photos: two });
    await differsHere(engine, "an answer without any changed attribute", async () => {
      expect(await answered("UPDATED_OLD", "SET faces = :two")).toEqual({});
    });
  });
});
