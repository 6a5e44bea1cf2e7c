import { type HTMLAttributes, type ReactNode, useRef, useState } from "react";
import type { ChatMessage } from "../../line/memory/chat.ts";
import { BotFace, MoreIcon } from "../phone/icons.tsx";
import { words } from "../words/words.ts";
import { MessageContent, type MessageHandlers, Picture } from "./message-content.tsx";
import { MessageMarks } from "./message-marks.tsx";
import { textOf } from "./message-types.ts";

const LONG_PRESS_MS = 450;

export interface RowHandlers extends MessageHandlers {
  readonly onUnsend: (message: ChatMessage) => void;
  readonly onCopy: (text: string) => void;
}

interface RowProps {
  /** One message, or the pictures of one set. */
  readonly messages: readonly [ChatMessage, ...ChatMessage[]];
  readonly isFirst: boolean;
  readonly botName: string;
  readonly handlers: RowHandlers;
}

function useLongPress(onPress: () => void): HTMLAttributes<HTMLElement> {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wasLong = useRef(false);
  const stop = () => clearTimeout(timer.current);
  return {
    onPointerDown: () => {
      wasLong.current = false;
      timer.current = setTimeout(() => {
        wasLong.current = true;
        onPress();
      }, LONG_PRESS_MS);
    },
    // The finger that opened the menu must not also open the picture below it.
    onClickCapture: (event) => wasLong.current && event.stopPropagation(),
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    onContextMenu: (event) => {
      event.preventDefault();
      onPress();
    },
  };
}

function Menu({
  messages,
  handlers,
  onClose,
}: Pick<RowProps, "messages" | "handlers"> & { onClose: () => void }): ReactNode {
  const text = textOf(messages[0]);
  const act = (run: () => void) => () => {
    onClose();
    run();
  };
  return (
    <div className="message-menu" role="menu">
      {messages[0].from === "guest" && (
        <button type="button" role="menuitem" onClick={act(() => messages.forEach(handlers.onUnsend))}>
          {words.unsend}
        </button>
      )}
      {text !== undefined && (
        <button type="button" role="menuitem" onClick={act(() => handlers.onCopy(text))}>
          {words.copy}
        </button>
      )}
      <button type="button" role="menuitem" onClick={onClose}>
        {words.close}
      </button>
    </div>
  );
}

function PictureSet({ messages, handlers }: Pick<RowProps, "messages" | "handlers">): ReactNode {
  return (
    <div className="picture-set" data-count={Math.min(messages.length, 4)}>
      {messages.map(({ messageId }) => (
        <Picture key={messageId} url={handlers.contentUrl(messageId)} onView={handlers.onViewPicture} />
      ))}
    </div>
  );
}

/** A message with who sent it, when, and a menu on a long press or a right click. */
export function MessageRow({ messages, isFirst, botName, handlers }: RowProps): ReactNode {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [message] = messages;
  const isBot = message.from === "bot";
  const isWide = isBot && message.body.type === "flex";
  const hasMenu = !isBot || textOf(message) !== undefined;
  const press = useLongPress(() => hasMenu && setMenuOpen(true));
  return (
    <div className="row" data-from={message.from} data-first={isFirst} data-wide={isWide}>
      {isBot && isFirst && (
        <>
          <span className="avatar bot-avatar">
            <BotFace />
          </span>
          <span className="sender">{botName}</span>
        </>
      )}
      <div className="content" {...press}>
        {messages.length > 1 ? (
          <PictureSet messages={messages} handlers={handlers} />
        ) : (
          <MessageContent message={message} handlers={handlers} />
        )}
      </div>
      <div className="aside">
        {hasMenu && (
          <button
            type="button"
            className="more"
            aria-label={words.more}
            aria-expanded={isMenuOpen}
            onClick={() => setMenuOpen(!isMenuOpen)}
          >
            <MoreIcon />
          </button>
        )}
        <MessageMarks message={message} />
      </div>
      {isMenuOpen && <Menu messages={messages} handlers={handlers} onClose={() => setMenuOpen(false)} />}
    </div>
  );
}
