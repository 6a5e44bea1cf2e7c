import { expect, test } from "vitest";
import { dynamodbModule as ddb } from "./dynamodb-module.ts";

test("get, put, remove", () => {
  expect(ddb.get({ key: { id: "a" }, consistentRead: true, projection: ["a", "b.c"] })).toEqual({
    operation: "GetItem",
    key: { id: { S: "a" } },
    consistentRead: true,
    projection: {
      expression: "#expName_1, #expName_2.#expName_3",
      expressionNames: { "#expName_1": "a", "#expName_2": "b", "#expName_3": "c" },
    },
  });
  expect(ddb.put({ key: { id: 1 }, item: { n: 10 }, condition: { id: { attributeExists: false } } })).toEqual(
    {
      operation: "PutItem",
      key: { id: { N: 1 } },
      attributeValues: { n: { N: 10 } },
      condition: { expression: "(attribute_not_exists(#id))", expressionNames: { "#id": "id" } },
    },
  );
  expect(ddb.remove({ key: { id: "a" } })).toEqual({ operation: "DeleteItem", key: { id: { S: "a" } } });
});

test("update writes SET before REMOVE and numbers names in that order", () => {
  const { operations } = ddb;
  const update = {
    gone: operations.remove(),
    plain: "x",
    count: operations.increment(2),
    down: operations.decrement(),
    tail: operations.append([1]),
    head: operations.prepend([2]),
    item: [operations.updateListItem("y", 3)],
  };
  expect(ddb.update({ key: { id: "a" }, update })["update"]).toEqual({
    expression:
      "SET #expName_1 = :expValue_1, #expName_2 = #expName_2 + :expValue_2, #expName_3 = #expName_3 - :expValue_3, " +
      "#expName_4 = list_append(#expName_4, :expValue_4), #expName_5 = list_append(:expValue_5, #expName_5), " +
      "#expName_6[3] = :expValue_6 REMOVE #expName_7",
    expressionNames: {
      "#expName_1": "plain",
      "#expName_2": "count",
      "#expName_3": "down",
      "#expName_4": "tail",
      "#expName_5": "head",
      "#expName_6": "item",
      "#expName_7": "gone",
    },
    expressionValues: {
      ":expValue_1": { S: "x" },
      ":expValue_2": { N: 2 },
      ":expValue_3": { N: 1 },
      ":expValue_4": { L: [{ N: 1 }] },
      ":expValue_5": { L: [{ N: 2 }] },
      ":expValue_6": { S: "y" },
    },
  });
});

test("query and scan take filter, index and paging; null options fall out", () => {
  expect(
    ddb.query({
      query: { eventId: { eq: "e" } },
      index: "byRank",
      limit: 100,
      scanIndexForward: false,
      nextToken: null,
      filter: { score: { gt: 1 } },
    }),
  ).toEqual({
    operation: "Query",
    query: {
      expression: "(#eventId = :eventId_eq)",
      expressionNames: { "#eventId": "eventId" },
      expressionValues: { ":eventId_eq": { S: "e" } },
    },
    index: "byRank",
    limit: 100,
    scanIndexForward: false,
    filter: {
      expression: "(#score > :score_gt)",
      expressionNames: { "#score": "score" },
      expressionValues: { ":score_gt": { N: 1 } },
    },
  });
  expect(ddb.scan({ limit: 1 })).toEqual({ operation: "Scan", limit: 1 });
});
