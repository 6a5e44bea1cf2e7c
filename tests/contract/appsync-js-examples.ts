/** An expression of the developer guide or of the package's own documentation, and what it gives. */
export type Example = readonly [expression: string, output: unknown];

const map = { foo: { S: "bar" }, baz: { N: 1234 }, beep: { L: [{ S: "boop" }] } };
const list = { L: [{ S: "foo" }, { N: 123 }, { M: { bar: { S: "baz" } } }] };

export const utilExamples: readonly Example[] = [
  ['util.escapeJavaScript("He said \\"no\\"")', 'He said \\"no\\"'],
  ['util.urlEncode("a b&c=ü/")', "a+b%26c%3D%C3%BC%2F"],
  ['util.urlDecode("a+b%26c%3D%C3%BC%2F")', "a b&c=ü/"],
  ['util.base64Encode("hello world")', "aGVsbG8gd29ybGQ="],
  ['util.base64Decode("aGVsbG8gd29ybGQ=")', "hello world"],
  ['util.matches("a*b", "aaaaab")', true],
  ['util.matches("a*b", "aaaaabc")', false],
  ['util.matches("a*b", "xb")', false],
  ["util.authType()", "API Key Authorization"],
  ["util.time.nowISO8601()", "2018-02-06T19:01:35.749Z"],
  ["util.time.nowEpochSeconds()", 1517943695],
  ["util.time.nowEpochMilliSeconds()", 1517943695749],
  ['util.time.nowFormatted("yyyy-MM-dd HH:mm:ssZ")', "2018-02-06 19:01:35+0000"],
  ['util.time.nowFormatted("yyyy-MM-dd HH:mm:ssZ", "Australia/Perth")', "2018-02-07 03:01:35+0800"],
  [
    'util.time.parseFormattedToEpochMilliSeconds("2018-02-01 17:21:05.180+0800", "yyyy-MM-dd HH:mm:ss.SSSZ")',
    1517476865180,
  ],
  [
    'util.time.parseFormattedToEpochMilliSeconds("2018-02-01 17:21:05.180", "yyyy-MM-dd HH:mm:ss.SSS", "Australia/Perth")',
    1517476865180,
  ],
  ['util.time.parseISO8601ToEpochMilliSeconds("2018-02-01T17:21:05.180+08:00")', 1517476865180],
  ["util.time.epochMilliSecondsToSeconds(1517943695750)", 1517943695],
  ["util.time.epochMilliSecondsToISO8601(1517943695750)", "2018-02-06T19:01:35.750Z"],
  [
    'util.time.epochMilliSecondsToFormatted(1517943695750, "yyyy-MM-dd HH:mm:ssZ")',
    "2018-02-06 19:01:35+0000",
  ],
  [
    'util.time.epochMilliSecondsToFormatted(1517943695750, "yyyy-MM-dd HH:mm:ssZ", "Australia/Perth")',
    "2018-02-07 03:01:35+0800",
  ],
  ['util.dynamodb.toDynamoDB("foo")', { S: "foo" }],
  ["util.dynamodb.toDynamoDB(12345)", { N: 12345 }],
  ["util.dynamodb.toDynamoDB(true)", { BOOL: true }],
  ['util.dynamodb.toDynamoDB(["foo", 123, { bar: "baz" }])', list],
  ['util.dynamodb.toDynamoDB({ foo: "bar", baz: 1234, beep: ["boop"] })', { M: map }],
  ['util.dynamodb.toString("foo")', { S: "foo" }],
  ['util.dynamodb.toStringSet(["foo", "bar", "baz"])', { SS: ["foo", "bar", "baz"] }],
  ["util.dynamodb.toNumber(12345)", { N: 12345 }],
  ["util.dynamodb.toNumberSet([1, 23, 4.56])", { NS: [1, 23, 4.56] }],
  ['util.dynamodb.toBinary("foo")', { B: "foo" }],
  ['util.dynamodb.toBinarySet(["foo", "bar", "baz"])', { BS: ["foo", "bar", "baz"] }],
  ["util.dynamodb.toBoolean(true)", { BOOL: true }],
  ["util.dynamodb.toNull()", { NULL: null }],
  ['util.dynamodb.toList(["foo", 123, { bar: "baz" }])', list],
  ['util.dynamodb.toMap({ foo: "bar", baz: 1234, beep: ["boop"] })', { M: map }],
  ['util.dynamodb.toMapValues({ foo: "bar", baz: 1234, beep: ["boop"] })', map],
  [
    'JSON.parse(util.dynamodb.toS3Object("foo", "bar", "baz").S)',
    { s3: { key: "foo", bucket: "bar", region: "baz" } },
  ],
  [
    'JSON.parse(util.dynamodb.toS3Object("foo", "bar", "baz", "beep").S)',
    { s3: { key: "foo", bucket: "bar", region: "baz", version: "beep" } },
  ],
  [
    'util.dynamodb.fromS3ObjectJson(util.dynamodb.toS3Object("foo", "bar", "baz", "beep").S)',
    { key: "foo", bucket: "bar", region: "baz", version: "beep" },
  ],
  ["util.math.roundNum(10.5)", 11],
  ["util.math.minVal(3, 9)", 3],
  ["util.math.maxVal(3, 9)", 9],
  ['util.str.normalize("A\\u030A", "nfc")', "Å"],
  ['util.str.normalize("Å", "nfd")', "A\u030A"],
  ['util.str.normalize("ﬁ", "nfkc")', "fi"],
  // The guide leaves out the parentheses that AppSync writes.
  [
    'JSON.parse(util.transform.toDynamoDBFilterExpression({ title: { contains: "Hello World" } }))',
    {
      expression: "(contains(#title,:title_contains))",
      expressionNames: { "#title": "title" },
      expressionValues: { ":title_contains": { S: "Hello World" } },
    },
  ],
  [
    "JSON.parse(util.transform.toDynamoDBConditionExpression({ id: { attributeExists: true }, version: { eq: 10 } }))",
    {
      expression: "(attribute_exists(#id)) AND (#version = :version_eq)",
      expressionNames: { "#id": "id", "#version": "version" },
      expressionValues: { ":version_eq": { N: 10 } },
    },
  ],
  [
    'util.transform.toSubscriptionFilter({ priority: { eq: "high" } })',
    { filterGroup: [{ filters: [{ fieldName: "priority", operator: "eq", value: "high" }] }] },
  ],
];
