/** What the board's documents ask for, as the product declares it. */
export const BOARD_SCHEMA = /* GraphQL */ `
  type StageAward {
    award: String!
    guestId: ID!
    photoId: ID!
    value: Float!
  }
  type Stage @aws_api_key {
    name: String!
    step: Int
    takesUntil: Float
    result: [ID!]
    skipped: [ID!]
    alternates: Boolean
    startedAt: Float
    awards: [StageAward!]
    asOf: Float
    version: Int!
  }
  type Totals @aws_api_key {
    guests: Int!
    photos: Int!
  }
  type Box @aws_api_key {
    left: Float!
    top: Float!
    width: Float!
    height: Float!
  }
  type Standing @aws_api_key {
    boardId: ID!
    guestId: ID!
    displayName: String!
    score: Float
    rankKey: String
    photoId: ID
    image: String
    faces: Int
    photos: Int!
    version: Int!
  }
  type Photo @aws_api_key {
    boardId: ID!
    photoId: ID!
    guestId: ID!
    displayName: String!
    image: String
    width: Int
    height: Int
    score: Float
    faces: [Box!]
    sentAt: Float!
    version: Int!
  }
  type Board @aws_api_key {
    title: String!
    joinCode: String!
    language: String!
    theme: String!
    hasSpotlight: Boolean!
    hasCornerQr: Boolean!
    hasSound: Boolean!
    isRehearsal: Boolean
    standingRule: String!
    eventVersion: Int!
    stage: Stage!
    totals: Totals!
    standings: [Standing!]
    photos: [Photo!]
  }
  type Query {
    board(boardId: ID!): Board @aws_api_key
  }
  type StageOfBoard @aws_api_key {
    boardId: ID!
    name: String!
    step: Int
    takesUntil: Float
    result: [ID!]
    skipped: [ID!]
    alternates: Boolean
    startedAt: Float
    awards: [StageAward!]
    asOf: Float
    version: Int!
    eventVersion: Int!
  }
  type Mutation {
    publishStage(row: AWSJSON!): StageOfBoard @aws_api_key
    publishStanding(row: AWSJSON!): Standing @aws_api_key
    publishPhoto(row: AWSJSON!): Photo @aws_api_key
  }
  type Subscription {
    onStage(boardId: ID!): StageOfBoard @aws_subscribe(mutations: ["publishStage"]) @aws_api_key
    onStanding(boardId: ID!): Standing @aws_subscribe(mutations: ["publishStanding"]) @aws_api_key
    onShownPhoto(boardId: ID!): Photo @aws_subscribe(mutations: ["publishPhoto"]) @aws_api_key
  }
`;

const code = (request: string, response: string) =>
  `import { util, extensions } from "@aws-appsync/utils";
   export function request(ctx) { return ${request}; }
   export function response(ctx) { ${response} }`;
const FILTER = `extensions.setSubscriptionFilter(
  util.transform.toSubscriptionFilter({ boardId: { eq: ctx.args.boardId } })); return null;`;
const INVOKE = `{ operation: "Invoke", payload: { field: ctx.info.fieldName } }`;
const field = (name: string, dataSource: string, source: string) => {
  const [typeName = "", fieldName = ""] = name.split(".");
  return { typeName, fieldName, kind: "UNIT" as const, functions: [], dataSource, code: source };
};

/** `server` answers `Query.board`, and says whether the subscription to photos `isRefused`. */
export const BOARD_RESOLVERS = [
  field("Query.board", "server", code(INVOKE, "return ctx.result;")),
  field("Mutation.publishStage", "none", code("{ payload: ctx.args.row }", "return ctx.result;")),
  field("Mutation.publishStanding", "none", code("{ payload: ctx.args.row }", "return ctx.result;")),
  field("Mutation.publishPhoto", "none", code("{ payload: ctx.args.row }", "return ctx.result;")),
  field("Subscription.onStage", "none", code("{ payload: null }", FILTER)),
  field("Subscription.onStanding", "none", code("{ payload: null }", FILTER)),
  field(
    "Subscription.onShownPhoto",
    "server",
    code(INVOKE, `if (ctx.result.isRefused) util.unauthorized(); ${FILTER}`),
  ),
];
