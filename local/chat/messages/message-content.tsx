import { type ReactNode, useState } from "react";
import type { ChatMessage } from "../../line/memory/chat.ts";
import type { Action } from "../flex/flex-types.ts";
import { FlexContainer } from "../flex/flex-container.tsx";
import { words } from "../words/words.ts";
import { LinkedText } from "./linked-text.tsx";
import { botMessageOf, textOf } from "./message-types.ts";
import { Sticker } from "./stickers.tsx";

/** What a tap on a message can lead to. */
export interface MessageHandlers {
  readonly onAction: (action: Action) => void;
  readonly onOpenUrl: (url: string) => void;
  readonly onViewPicture: (url: string) => void;
  readonly contentUrl: (messageId: string) => string;
}

interface ContentProps {
  readonly message: ChatMessage;
  readonly handlers: MessageHandlers;
}

export function Picture({
  url,
  fullUrl = url,
  onView,
}: {
  url: string;
  fullUrl?: string;
  onView: (url: string) => void;
}): ReactNode {
  const [isBroken, setBroken] = useState(false);
  return (
    <button type="button" className="picture" aria-label={words.openPhoto} onClick={() => onView(fullUrl)}>
      {isBroken ? (
        <span className="broken">{words.broken}</span>
      ) : (
        <img src={url} alt={words.photo} draggable={false} onError={() => setBroken(true)} />
      )}
    </button>
  );
}

function GuestContent({ message, handlers }: ContentProps): ReactNode {
  const { messageId, body } = message;
  const url = handlers.contentUrl(messageId);
  switch (body.type) {
    case "image":
      return <Picture url={url} onView={handlers.onViewPicture} />;
    case "video":
      return (
        <video className="video" src={url} controls aria-label={words.video}>
          <track kind="captions" />
        </video>
      );
    case "sticker":
      return <Sticker stickerId={String(body["stickerId"])} />;
    case "file":
      return (
        <a className="bubble" href={url} target="_blank" rel="noreferrer">
          {String(body["fileName"])}
        </a>
      );
    default:
      return (
        <div className="bubble">
          <LinkedText text={textOf(message) ?? ""} onOpen={handlers.onOpenUrl} />
        </div>
      );
  }
}

function BotContent({ message, handlers }: ContentProps): ReactNode {
  const body = botMessageOf(message);
  switch (body.type) {
    case "text":
      return (
        <div className="bubble">
          <LinkedText text={body.text} onOpen={handlers.onOpenUrl} />
        </div>
      );
    case "flex":
      return <FlexContainer contents={body.contents} altText={body.altText} onAction={handlers.onAction} />;
    case "image":
      return (
        <Picture
          url={body.previewImageUrl}
          fullUrl={body.originalContentUrl}
          onView={handlers.onViewPicture}
        />
      );
    case "sticker":
      return <Sticker stickerId={body.stickerId} />;
    default:
      // The stand-in lets nothing else through.
      return <div className="bubble">{body.type}</div>;
  }
}

export function MessageContent(props: ContentProps): ReactNode {
  return props.message.from === "bot" ? <BotContent {...props} /> : <GuestContent {...props} />;
}
