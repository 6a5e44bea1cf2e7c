import { CONNECTION_STATE_CHANGE, ConnectionState } from "aws-amplify/api";
import { Hub } from "aws-amplify/utils";
import { connectBackend, type Credential, listen } from "./client.ts";
import type { LiveMessages } from "./live-source.ts";
import { isRecord } from "./parse.ts";

/** One subscription of a page. */
export interface Topic<Message> {
  /** The field's name, as in its query. */
  readonly field: string;
  readonly query: string;
  /** Throws on what is no message of this field. */
  readonly parse: (message: unknown) => Message;
}

/** Subscriptions that live and end together; all take the same variables. The returned function ends them. */
export function subscribe<Message>(
  topics: readonly Topic<Message>[],
  variables: Readonly<Record<string, string>>,
  to: LiveMessages<Message>,
  credential?: Credential,
): () => void {
  let stops: (() => void)[] = [];
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    for (const end of stops) end();
    stops = [];
  };
  connectBackend().then(
    () => {
      if (isStopped) return;
      stops = [
        followConnection(topics, variables, to),
        ...topics.map((topic) => listen(topic.query, variables, reading(topic, to), credential)),
      ];
    },
    () => to.onError(),
  );
  return stop;
}

function reading<Message>({ parse }: Topic<Message>, to: LiveMessages<Message>) {
  const onMessage = (message: unknown) => {
    let row: Message;
    try {
      row = parse(message);
    } catch (error) {
      console.warn("unreadable message", error);
      to.onUnreadable();
      return;
    }
    to.onMessage(row);
  };
  return { onMessage, onError: () => to.onError() };
}

const LIVE: readonly string[] = [
  ConnectionState.Connected,
  ConnectionState.ConnectedPendingDisconnect,
  ConnectionState.ConnectedPendingKeepAlive,
  ConnectionState.ConnectedPendingNetwork,
];

/**
 * Amplify tells on its Hub what the socket does; an ack names the subscription's query and variables. The page is live
 * with all its subscriptions: one may be refused while another runs.
 */
function followConnection<Message>(
  topics: readonly Topic<Message>[],
  variables: Readonly<Record<string, string>>,
  to: LiveMessages<Message>,
): () => void {
  const acknowledged = new Set<string>();
  const isWhole = () => acknowledged.size === topics.length;
  return Hub.listen("api", ({ payload }) => {
    const told: unknown = payload.data;
    if (!isRecord(told)) return;
    if (payload.event === CONNECTION_STATE_CHANGE) {
      const isLive = LIVE.includes(String(told.connectionState));
      if (!isLive || isWhole()) to.onConnection(isLive);
      return;
    }
    if (payload.event !== "Subscription ack" || !isOurs(told.variables, variables)) return;
    const query = String(told.query);
    for (const { field } of topics) if (new RegExp(`\\b${field}\\b`).test(query)) acknowledged.add(field);
    if (isWhole()) to.onAck();
  });
}

function isOurs(told: unknown, variables: Readonly<Record<string, string>>): boolean {
  return isRecord(told) && Object.entries(variables).every(([name, value]) => told[name] === value);
}
