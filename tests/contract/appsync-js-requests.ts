import type { Example } from "./appsync-js-examples.ts";

/** Requests that `@aws-appsync/utils/dynamodb` builds. */
export const requestExamples: readonly Example[] = [
  ['ddb.get({ key: { id: "1" } })', { operation: "GetItem", key: { id: { S: "1" } } }],
  [
    'ddb.put({ key: { id: "1" }, item: { author: "Nadia" } })',
    { operation: "PutItem", key: { id: { S: "1" } }, attributeValues: { author: { S: "Nadia" } } },
  ],
  ['ddb.remove({ key: { id: "1" } })', { operation: "DeleteItem", key: { id: { S: "1" } } }],
  ["ddb.scan({ limit: 10, nextToken: ctx.args.token })", { operation: "Scan", limit: 10 }],
  [
    'ddb.query({ query: { id: { eq: "1" } } })',
    {
      operation: "Query",
      query: {
        expression: "(#id = :id_eq)",
        expressionNames: { "#id": "id" },
        expressionValues: { ":id_eq": { S: "1" } },
      },
    },
  ],
  ["ddb.sync({ limit: 10, lastSync: 5 })", { operation: "Sync", limit: 10, lastSync: 5 }],
  [
    'ddb.batchGet({ tables: { post: { keys: [{ id: "1" }, { id: "2" }], consistentRead: false } } })',
    {
      operation: "BatchGetItem",
      tables: { post: { keys: [{ id: { S: "1" } }, { id: { S: "2" } }], consistentRead: false } },
    },
  ],
  [
    'ddb.batchPut({ tables: { post: [{ id: "one", value: "x" }] } })',
    { operation: "BatchPutItem", tables: { post: [{ id: { S: "one" }, value: { S: "x" } }] } },
  ],
  [
    'ddb.batchDelete({ tables: { post: [{ id: "one" }, { id: "two" }] } })',
    { operation: "BatchDeleteItem", tables: { post: [{ id: { S: "one" } }, { id: { S: "two" } }] } },
  ],
  [
    'ddb.transactGet({ items: [{ table: "post", key: { id: "1" }, projection: ["name"] }] })',
    {
      operation: "TransactGetItems",
      transactItems: [
        {
          table: "post",
          key: { id: { S: "1" } },
          projection: { expression: "#expName_1", expressionNames: { "#expName_1": "name" } },
        },
      ],
    },
  ],
  [
    'ddb.transactWrite({ items: [{ deleteItem: { table: "post", key: { id: "2" } } }] })',
    {
      operation: "TransactWriteItems",
      transactItems: [{ table: "post", operation: "DeleteItem", key: { id: { S: "2" } } }],
    },
  ],
  ['ddb.toStringSet(["a", "b", "c"])', { SS: ["a", "b", "c"] }],
  ["ddb.toNumberSet([1, 2, 3])", { NS: ["1", "2", "3"] }],
  ['ddb.toBinarySet(["SGVsbG8=", "V29ybGQ="])', { BS: ["SGVsbG8=", "V29ybGQ="] }],
  ...(
    [
      [
        "address: ddb.operations.add({ city: 'New York' })",
        "SET #expName_1 = :expValue_1",
        "address",
        { M: { city: { S: "New York" } } },
      ],
      [
        "address: ddb.operations.replace({ city: 'New York' })",
        "SET #expName_1 = :expValue_1",
        "address",
        { M: { city: { S: "New York" } } },
      ],
      [
        "friends: ddb.operations.increment(10)",
        "SET #expName_1 = #expName_1 + :expValue_1",
        "friends",
        { N: 10 },
      ],
      [
        "friends: ddb.operations.decrement(10)",
        "SET #expName_1 = #expName_1 - :expValue_1",
        "friends",
        { N: 10 },
      ],
      [
        "ids: ddb.operations.append([101, 104])",
        "SET #expName_1 = list_append(#expName_1, :expValue_1)",
        "ids",
        { L: [{ N: 101 }, { N: 104 }] },
      ],
      [
        "ids: ddb.operations.prepend([101])",
        "SET #expName_1 = list_append(:expValue_1, #expName_1)",
        "ids",
        { L: [{ N: 101 }] },
      ],
      [
        "ids: [ddb.operations.updateListItem('102', 1)]",
        "SET #expName_1[1] = :expValue_1",
        "ids",
        { S: "102" },
      ],
    ] as const
  ).map(
    ([change, expression, name, written]) =>
      [
        `ddb.update({ key: { id: 1 }, update: { ${change} } })`,
        {
          operation: "UpdateItem",
          key: { id: { N: 1 } },
          update: {
            expression,
            expressionNames: { "#expName_1": name },
            expressionValues: { ":expValue_1": written },
          },
        },
      ] as const,
  ),
  [
    "ddb.update({ key: { id: 1 }, update: { address: ddb.operations.remove() } }).update",
    { expression: "REMOVE #expName_1", expressionNames: { "#expName_1": "address" }, expressionValues: {} },
  ],
];
