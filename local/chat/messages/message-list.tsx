import type { ReactNode } from "react";
import type { ChatMessage } from "../../line/memory/chat.ts";
import type { Chat } from "../talk/talk.ts";
import { BotFace } from "../phone/icons.tsx";
import { language, words } from "../words/words.ts";
import { entriesOf, type Entry } from "./entries.ts";
import { MessageRow, type RowHandlers } from "./message-row.tsx";
import { useFollowEnd } from "./use-follow-end.ts";

interface ListProps {
  readonly chat: Chat;
  readonly botName: string;
  readonly handlers: RowHandlers;
}

function noteOf(message: ChatMessage, botName: string): string {
  if (message.unsentAt !== undefined) return words.unsent;
  return message.body["notice"] === "unfollow" ? words.unfollowed(botName) : words.followed(botName);
}

function dayName(at: number): string {
  const day = new Date(at);
  if (day.toDateString() === new Date().toDateString()) return words.today;
  return day.toLocaleDateString(language, { month: "long", day: "numeric", weekday: "short" });
}

function Row({
  entry,
  botName,
  handlers,
}: {
  entry: Entry;
  botName: string;
  handlers: RowHandlers;
}): ReactNode {
  switch (entry.kind) {
    case "day":
      return <p className="pill">{dayName(entry.at)}</p>;
    case "note":
      return <p className="pill">{noteOf(entry.message, botName)}</p>;
    case "message":
      return (
        <MessageRow
          messages={[entry.message]}
          isFirst={entry.isFirst}
          botName={botName}
          handlers={handlers}
        />
      );
    case "set": {
      const [first, ...rest] = entry.messages;
      return (
        first && (
          <MessageRow
            messages={[first, ...rest]}
            isFirst={entry.isFirst}
            botName={botName}
            handlers={handlers}
          />
        )
      );
    }
  }
}

function Loading(): ReactNode {
  return (
    <div className="row" data-from="bot" data-first="true">
      <span className="avatar bot-avatar">
        <BotFace />
      </span>
      <div className="content">
        <output className="bubble loading" aria-label={words.typing}>
          <i />
          <i />
          <i />
        </output>
      </div>
    </div>
  );
}

/** The chat, which keeps showing its end unless somebody scrolled up to read. */
export function MessageList({ chat, botName, handlers }: ListProps): ReactNode {
  const { isLoading } = chat;
  const last = chat.messages.at(-1);
  // Whoever sends something wants to see it.
  const sentLast = last?.from === "guest" ? last.messageId : undefined;
  const { list, content, onScroll } = useFollowEnd(sentLast);
  return (
    <div ref={list} className="message-list" onScroll={onScroll}>
      <div ref={content} className="messages" role="log" aria-label={words.messages}>
        {entriesOf(chat.messages).map((entry) => (
          <Row key={entry.key} entry={entry} botName={botName} handlers={handlers} />
        ))}
        {isLoading && <Loading />}
      </div>
    </div>
  );
}
