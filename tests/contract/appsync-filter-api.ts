import { exampleResolvers } from "./appsync-example-api.ts";
import { openChannel, type Channel } from "./appsync-channel.ts";
import { PUBLIC, type Loose } from "./appsync-harness.ts";
import type { Client } from "./appsync-socket.ts";

/** Subscriptions whose filters a test gives as an argument, and a mutation that publishes what a test gives. */
export const FILTER_SCHEMA = /* GraphQL */ `
  type Query {
    nothing: String @aws_api_key
  }
  type Event @aws_api_key {
    id: ID!
    service: String
    severity: Int
    price: Float
    isUrgent: Boolean
    seats: [Int]
    tags: [String]
    place: Place
  }
  type Place @aws_api_key {
    name: String
    inner: Place
  }
  type Mutation {
    publish(event: AWSJSON!): Event @aws_api_key
    publishList(events: AWSJSON!): [Event] @aws_api_key
    end(payload: AWSJSON!): String @aws_api_key
  }
  type Subscription {
    onEvent(filter: AWSJSON, until: AWSJSON): Event @aws_subscribe(mutations: ["publish"]) @aws_api_key
    onPlain(service: String, severity: Int, tags: [String]): Event
      @aws_subscribe(mutations: ["publish"])
      @aws_api_key
    onList(filter: AWSJSON): [Event] @aws_subscribe(mutations: ["publishList"]) @aws_api_key
    onAnswering: Event @aws_subscribe(mutations: ["publish"]) @aws_api_key
  }
`;

const SET_FILTERS = `if (ctx.args.filter) extensions.setSubscriptionFilter(ctx.args.filter);
  if (ctx.args.until) extensions.setSubscriptionInvalidationFilter(ctx.args.until);
  return null;`;

const NAMES = "{ name inner { name inner { name inner { name } } } }";
const SELECTED = `id service severity price isUrgent seats tags place ${NAMES}`;
const ON_EVENT =
  "subscription E($filter: AWSJSON, $until: AWSJSON) { onEvent(filter: $filter, until: $until) { id } }";

export interface FilterChannel extends Channel {
  /** Publishes an event of just these fields, all of them selected unless `selected` says otherwise. */
  publishEvent(event: object, selected?: string): Promise<Loose>;
}

export async function openFilterChannel(): Promise<FilterChannel> {
  const channel = await openChannel({
    schema: FILTER_SCHEMA,
    queryDepthLimit: 0,
    ...exampleResolvers({
      "Mutation.publish": ["{ payload: ctx.args.event }", "return ctx.result;"],
      "Mutation.publishList": ["{ payload: ctx.args.events }", "return ctx.result;"],
      "Mutation.end": [
        "{ payload: null }",
        `extensions.invalidateSubscriptions({ subscriptionField: "onEvent", payload: ctx.args.payload }); return "done";`,
      ],
      "Subscription.onEvent": ["{ payload: null }", SET_FILTERS],
      "Subscription.onList": ["{ payload: null }", SET_FILTERS],
      "Subscription.onAnswering": ["{ payload: null }", "return { id: 'at once' };"],
    }),
  });
  return {
    ...channel,
    publishEvent: (event, selected = SELECTED) =>
      channel.query(`mutation P($event: AWSJSON!) { publish(event: $event) { ${selected} } }`, PUBLIC, {
        event: JSON.stringify(event),
      }),
  };
}

interface Rule {
  readonly fieldName: string;
  readonly operator: string;
  readonly value: unknown;
}

export const rule = (fieldName: string, operator: string, value: unknown): Rule => ({
  fieldName,
  operator,
  value,
});

/** Rules of one filter are in one list. */
export const group = (...filters: readonly Rule[][]) => ({
  filterGroup: filters.map((rules) => ({ filters: rules })),
});

/** Starts `onEvent`; `until` is the invalidation filter. */
export async function startWith(client: Client, id: string, filter?: object, until?: object): Promise<Loose> {
  return client.start(id, ON_EVENT, undefined, {
    ...(filter && { filter: JSON.stringify(filter) }),
    ...(until && { until: JSON.stringify(until) }),
  });
}
