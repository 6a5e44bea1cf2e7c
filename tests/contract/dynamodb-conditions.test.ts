import { ConditionalCheckFailedException, type AttributeValue } from "@aws-sdk/client-dynamodb";
import { beforeEach, expect, test } from "vitest";
import { differsHere } from "./dynamodb-differences.ts";
import { describeEngines } from "./dynamodb-engines.ts";
import { key, ofEvent, openGuestTable, type GuestTable } from "./dynamodb-harness.ts";

type Attributes = Record<string, AttributeValue>;

const guest: Attributes = {
  title: { S: "笑顔 one" },
  blank: { S: "" },
  photos: { N: "3" },
  banned: { BOOL: false },
  nothing: { NULL: true },
  bytes: { B: new Uint8Array([0xff, 1, 2]) },
  letters: { L: [{ S: "a" }, { N: "2" }, { BOOL: true }, { M: { deep: { S: "x" } } }] },
  box: { M: { width: { N: "1" }, deep: { M: { x: { S: "y" } } } } },
  sameBox: { M: { deep: { M: { x: { S: "y" } } }, width: { N: "1" } } },
  tags: { SS: ["a", "b"] },
  sizes: { NS: ["1", "2.5"] },
};

const S = (text: string): AttributeValue => ({ S: text });
const N = (number: string): AttributeValue => ({ N: number });
const B = (...bytes: number[]): AttributeValue => ({ B: new Uint8Array(bytes) });

const HOLD: [expression: string, values?: Attributes][] = [
  ["photos = :x", { ":x": N("3.00") }],
  ["photos <> :x", { ":x": S("3") }],
  ["photos > :x AND photos >= :y AND photos < :z", { ":x": N("2.5"), ":y": N("3"), ":z": N("10") }],
  ["photos BETWEEN :x AND :y", { ":x": N("-1"), ":y": N("3") }],
  ["title > :x", { ":x": S("zebra") }],
  ["bytes > :x", { ":x": B(0x7f) }],
  ["banned = :x", { ":x": { BOOL: false } }],
  ["banned IN (:y, :x)", { ":x": { BOOL: false }, ":y": S("no") }],
  ["nothing = :x", { ":x": { NULL: true } }],
  ["blank = :x", { ":x": S("") }],
  ["blank IN (:x)", { ":x": S("") }],
  ["blank BETWEEN :x AND :y", { ":x": S(""), ":y": S("a") }],
  ["box = :x", { ":x": { M: { deep: { M: { x: S("y") } }, width: N("1.0") } } }],
  ["box = sameBox"],
  ["letters = :x", { ":x": guest["letters"] ?? S("") }],
  ["tags = :x AND sizes = :y", { ":x": { SS: ["b", "a"] }, ":y": { NS: ["2.50", "1"] } }],
  ["bytes = :x", { ":x": B(0xff, 1, 2) }],
  ["nowhere <> :x", { ":x": S("3") }],
  ["NOT nowhere = :x", { ":x": S("3") }],
  ["attribute_exists(banned) AND attribute_exists(blank) AND attribute_exists(nothing)"],
  ["attribute_exists(box.deep.x) AND attribute_exists(letters[3])"],
  ["attribute_not_exists(box.deep.z) AND attribute_not_exists(letters[4])"],
  ["attribute_type(banned, :x) AND attribute_type(blank, :y)", { ":x": S("BOOL"), ":y": S("S") }],
  ["attribute_type(nothing, :x)", { ":x": S("NULL") }],
  ["begins_with(title, :x)", { ":x": S("笑") }],
  ["begins_with(bytes, :x)", { ":x": B(0xff, 1) }],
  ["contains(title, :x)", { ":x": S("顔 o") }],
  ["contains(tags, :x) AND contains(sizes, :y)", { ":x": S("a"), ":y": N("2.50") }],
  ["contains(letters, :x) AND contains(letters, :y)", { ":x": N("2.0"), ":y": S("a") }],
  ["contains(letters, :x)", { ":x": { BOOL: true } }],
  ["contains(letters, :x)", { ":x": { M: { deep: S("x") } } }],
  ["contains(bytes, :x)", { ":x": B(1, 2) }],
  ["size(blank) = :x", { ":x": N("0") }],
  ["size(title) = :x AND size(tags) = :y", { ":x": N("6"), ":y": N("2") }],
  ["size(letters) = :x AND size(box) < :x AND size(bytes) < :x", { ":x": N("4") }],
  ["photos = :x OR nowhere = :x AND nowhere = :x", { ":x": N("3") }],
  ["NOT (photos = :x AND banned = :y)", { ":x": N("3"), ":y": { BOOL: true } }],
];

const FAIL: [expression: string, values?: Attributes][] = [
  ["photos = :x", { ":x": S("3") }],
  ["photos > :x", { ":x": S("0") }],
  ["nowhere = :x", { ":x": { NULL: true } }],
  ["nowhere = neither"],
  ["nowhere < :x", { ":x": N("9") }],
  ["banned = :x", { ":x": { BOOL: true } }],
  ["box = :x", { ":x": { M: { width: N("1") } } }],
  ["letters = :x", { ":x": { L: [S("a")] } }],
  ["tags = :x", { ":x": { SS: ["a", "c"] } }],
  ["nothing > photos"],
  ["attribute_type(photos, :x)", { ":x": S("S") }],
  ["attribute_exists(box.deep.x.y)"],
  ["begins_with(photos, :x)", { ":x": S("3") }],
  ["begins_with(bytes, :x)", { ":x": B(0xfe) }],
  ["contains(bytes, :x)", { ":x": B(0xfe) }],
  ["contains(tags, :x)", { ":x": N("1") }],
  ["contains(photos, :x)", { ":x": N("3") }],
  ["size(photos) > :x", { ":x": N("0") }],
  ["size(nowhere) >= :x", { ":x": N("0") }],
  ["(photos = :x OR nowhere = :x) AND nowhere = :x", { ":x": N("3") }],
];

describeEngines("conditions", (engine) => {
  let table: GuestTable;
  beforeEach(async () => {
    table = await openGuestTable(engine);
    await table.put("g1", guest);
  });

  const values = (given?: Attributes) => given && { ExpressionAttributeValues: given };
  const remove = (ConditionExpression: string, given?: Attributes) =>
    table.client.deleteItem({
      TableName: "Guest",
      Key: key("e1", "g1"),
      ConditionExpression,
      ...values(given),
    });
  const filtered = async (FilterExpression: string, given: Attributes = {}) => {
    const { KeyConditionExpression, ExpressionAttributeValues } = ofEvent();
    return table.query({
      KeyConditionExpression,
      FilterExpression,
      ExpressionAttributeValues: { ...ExpressionAttributeValues, ...given },
    });
  };

  test.each(HOLD)("%s holds, in a write and in a filter (%j)", async (expression, given) => {
    expect(await filtered(expression, given)).toEqual(["g1"]);
    await remove(expression, given);
    expect(await table.find("g1")).toBeUndefined();
  });

  test.each(FAIL)("%s does not hold, in a write and in a filter (%j)", async (expression, given) => {
    expect(await filtered(expression, given)).toEqual([]);
    await expect(remove(expression, given)).rejects.toBeInstanceOf(ConditionalCheckFailedException);
    expect(await table.find("g1")).toBeDefined();
  });

  const invalid = async (expression: string, given?: Attributes) => {
    await expect(remove(expression, given)).rejects.toMatchObject({ name: "ValidationException" });
    expect(await table.find("g1")).toBeDefined();
  };

  test.each<[expression: string, given?: Attributes]>([
    ["photos = :x AND", { ":x": N("3") }],
    ["photos == :x", { ":x": N("3") }],
    ["photos"],
    ["size(photos)"],
    ["smile(photos)"],
    ["attribute_exists(photos, tags)"],
    ["attribute_exists(:x)", { ":x": N("3") }],
    ["begins_with(title, :x)", { ":x": N("3") }],
    ["contains(title, title)"],
    ["photos BETWEEN :x AND :y", { ":x": N("2"), ":y": N("1") }],
    ["photos BETWEEN :x AND :y", { ":x": N("2"), ":y": S("3") }],
    ["status = :x", { ":x": N("3") }],
    ["photos = :y", { ":x": N("3") }],
    ["attribute_exists(#photos)"],
    [""],
  ])("%s is refused (%j)", invalid);

  test("what only dynoxide lets pass is refused", async () => {
    await differsHere(engine, "the order of values that have none", () =>
      invalid("banned > :x", { ":x": { BOOL: false } }),
    );
    await differsHere(engine, "an unknown type in attribute_type", () =>
      invalid("attribute_type(photos, :x)", { ":x": S("X") }),
    );
    await differsHere(engine, "an attribute compared with itself", () => invalid("photos = photos"));
  });

  test("a version condition lets the first and every next write through and no other", async () => {
    const save = (seen: string, next: string) =>
      table.client.updateItem({
        TableName: "Guest",
        Key: key("e1", "g2"),
        UpdateExpression: "SET version = :next",
        ConditionExpression: "attribute_not_exists(guestId) OR version = :seen",
        ExpressionAttributeValues: { ":seen": N(seen), ":next": N(next) },
      });
    await save("0", "1");
    await save("1", "2");
    await expect(save("1", "3")).rejects.toBeInstanceOf(ConditionalCheckFailedException);
    expect((await table.find("g2"))?.["version"]?.N).toBe("2");
    await save("2.0", "3");
    expect((await table.find("g2"))?.["version"]?.N).toBe("3");
  });

  test("a failed condition gives the item only when asked", async () => {
    await table.put("g1", { version: { N: "4" } });
    const refused = {
      ConditionExpression: "version = :seen",
      ExpressionAttributeValues: { ":seen": { N: "1" } },
    };
    const input = { TableName: "Guest", ...refused };
    const item = { ...key("e1", "g1"), version: { N: "4" } };
    const asked = { ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;
    const failures = [
      () => table.client.putItem({ ...input, ...asked, Item: key("e1", "g1") }),
      () => table.client.deleteItem({ ...input, ...asked, Key: key("e1", "g1") }),
      () =>
        table.client.updateItem({
          ...input,
          ...asked,
          Key: key("e1", "g1"),
          UpdateExpression: "REMOVE displayName",
        }),
    ];
    for (const failure of failures) {
      await expect(failure()).rejects.toMatchObject({ name: "ConditionalCheckFailedException", Item: item });
    }
    const silent = await table.client
      .deleteItem({ ...input, Key: key("e1", "g1") })
      .catch((error: unknown) => error);
    expect(silent).toBeInstanceOf(ConditionalCheckFailedException);
    expect(silent).not.toHaveProperty("Item", item);
    const nowhere = table.client
      .putItem({ ...input, ...asked, Item: key("e1", "nobody") })
      .catch((error: unknown) => error);
    expect(await nowhere).toMatchObject({ name: "ConditionalCheckFailedException" });
    expect(await nowhere).not.toHaveProperty("Item", expect.anything());
  });
});
