import type { ReactNode } from "react";
import type { ChatMessage } from "../../line/memory/chat.ts";
import { words } from "../words/words.ts";

/** Time and, on a guest's message, whether the bot's server took it. */
export function MessageMarks({ message }: { readonly message: ChatMessage }): ReactNode {
  const { from, readAt, sentAt, undelivered } = message;
  const time = new Date(sentAt).toLocaleTimeString("ja-JP", { hour: "2-digit", minute: "2-digit" });
  return (
    <div className="marks">
      {from === "guest" && readAt !== undefined && <span>{words.read}</span>}
      {undelivered !== undefined && readAt === undefined && (
        <span className="undelivered" title={undelivered}>
          ! {words.undelivered}
        </span>
      )}
      <time dateTime={new Date(sentAt).toISOString()}>{time}</time>
    </div>
  );
}
