import type { AppSyncOptions, ResolverConfiguration } from "../../local/appsync/options.ts";

export const API_ID = "abcdefghijklmnopqrstuvwxyz";

// The directives are those that Amplify writes for custom operations.
export const SCHEMA = /* GraphQL */ `
  type Score @aws_api_key @aws_lambda @aws_cognito_user_pools(cognito_groups: ["hosts", "nobody"]) @aws_iam {
    boardId: ID!
    guestId: ID!
    points: Float
    label: String!
    sentAt: AWSDateTime
    faces: [Face!]
    secret: Secret
  }
  type Face @aws_api_key @aws_lambda @aws_cognito_user_pools(cognito_groups: ["nobody"]) @aws_iam {
    left: Float!
  }
  type Secret @aws_lambda @aws_iam {
    word: String!
  }
  type Undecorated {
    word: String
  }
  type Mutation @aws_iam {
    publishScore(boardId: ID!, guestId: ID!, points: Float, label: String, word: String): Score
      @aws_cognito_user_pools(cognito_groups: ["nobody"])
      @aws_iam
    failScore(boardId: ID!): Score @aws_cognito_user_pools(cognito_groups: ["nobody"]) @aws_iam
    createThing(title: String!): String @aws_cognito_user_pools(cognito_groups: ["hosts"]) @aws_iam
    endSubscriptions(boardId: ID!): String @aws_iam
  }
  type Query @aws_iam {
    echo(text: String, when: AWSDateTime): String @aws_api_key @aws_iam
    context(text: String): AWSJSON @aws_api_key @aws_lambda @aws_cognito_user_pools @aws_iam
    mine: String @aws_lambda
    plain: Undecorated @aws_cognito_user_pools
    score: Score @aws_api_key @aws_lambda @aws_iam
    broken: String @aws_api_key
    twice: Score @aws_api_key
  }
  type Subscription @aws_iam {
    onScore(boardId: ID!): Score
      @aws_subscribe(mutations: ["publishScore", "failScore"])
      @aws_api_key
      @aws_lambda
      @aws_cognito_user_pools(cognito_groups: ["hosts"])
      @aws_iam
    onAnyScore(guestId: ID, label: String): Score
      @aws_subscribe(mutations: ["publishScore"])
      @aws_api_key
      @aws_iam
    onMyScore: Score @aws_subscribe(mutations: ["publishScore"]) @aws_lambda
    onEnding(boardId: ID!): Score @aws_subscribe(mutations: ["publishScore"]) @aws_api_key
  }
`;

const PIPELINE = `export const request = (ctx) => { ctx.stash.apiId = "${API_ID}"; return {}; };
export const response = (ctx) => ctx.prev.result;`;

export const IMPORTS = `import { util, extensions, runtime } from "@aws-appsync/utils";
import * as ddb from "@aws-appsync/utils/dynamodb";\n`;

const SCORE = `{ boardId: ctx.args.boardId ?? "b1", guestId: ctx.args.guestId ?? "g1", points: ctx.args.points,
  label: ctx.args.label ?? "label", sentAt: util.time.nowISO8601(), faces: [{ left: 0.5 }],
  secret: ctx.args.word ? { word: ctx.args.word } : null }`;

/** Fields by name with the handlers of their one NONE function: `[what request returns, response's body]`. */
const FIELDS: Readonly<Record<string, readonly [string, string]>> = {
  "Mutation.publishScore": [`{ payload: ${SCORE} }`, "return ctx.result;"],
  "Mutation.failScore": ["{ payload: null }", `util.error("no score", "NoScore", { a: 1 }, { b: 2 });`],
  "Mutation.createThing": ["{ payload: ctx.args.title }", "return ctx.result;"],
  "Mutation.endSubscriptions": [
    "{ payload: ctx.args }",
    `extensions.invalidateSubscriptions({ subscriptionField: "onEnding", payload: { boardId: ctx.args.boardId } }); return "ok";`,
  ],
  "Query.echo": ["{ payload: ctx.args.text }", "return ctx.result;"],
  "Query.context": [
    "{ payload: null }",
    "return { args: ctx.args, identity: ctx.identity, info: ctx.info, prev: ctx.prev, stash: ctx.stash, env: ctx.env, agent: ctx.request.headers['user-agent'] };",
  ],
  "Query.mine": ["{ payload: ctx.identity.resolverContext.guestId }", "return ctx.result;"],
  "Query.plain": ["{ payload: { word: 'w' } }", "return ctx.result;"],
  "Query.score": [`{ payload: { ...${SCORE}, secret: { word: "hidden" } } }`, "return ctx.result;"],
  "Query.broken": ["{ payload: ctx.args.nothing.here }", "return ctx.result;"],
  "Query.twice": [`{ payload: ${SCORE} }`, `util.appendError("first", "Soft", 1, 2); return ctx.result;`],
  "Subscription.onScore": [
    "{ payload: null }",
    "extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ boardId: { eq: ctx.args.boardId } })); return null;",
  ],
  "Subscription.onMyScore": [
    "{ payload: null }",
    `if (!ctx.identity.resolverContext.guestId) util.unauthorized();
     extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ guestId: { eq: ctx.identity.resolverContext.guestId } })); return null;`,
  ],
  "Subscription.onEnding": [
    "{ payload: null }",
    "extensions.setSubscriptionInvalidationFilter(util.transform.toSubscriptionFilter({ boardId: { eq: ctx.args.boardId } })); return null;",
  ],
};

export function exampleResolvers(
  fields: typeof FIELDS = FIELDS,
): Pick<AppSyncOptions, "functions" | "resolvers"> {
  const entries = Object.entries(fields);
  return {
    functions: Object.fromEntries(
      entries.map(([name, [request, response]]) => [
        `fn-${name}`,
        {
          name: name.replace(".", "_"),
          dataSource: "none",
          code: `${IMPORTS}export function request(ctx) { return ${request}; }\nexport function response(ctx) { ${response} }`,
        },
      ]),
    ),
    resolvers: entries.map(([name]): ResolverConfiguration => {
      const [typeName = "", fieldName = ""] = name.split(".");
      return { typeName, fieldName, kind: "PIPELINE", functions: [`fn-${name}`], code: PIPELINE };
    }),
  };
}
