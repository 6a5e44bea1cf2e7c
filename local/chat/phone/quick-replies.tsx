import type { messagingApi } from "@line/bot-sdk";
import { type ReactNode, useState } from "react";
import type { ChatMessage } from "../../line/memory/chat.ts";
import type { Action } from "../flex/flex-types.ts";
import { botMessageOf } from "../messages/message-types.ts";
import { words } from "../words/words.ts";
import { AlbumIcon, CameraIcon } from "./icons.tsx";

// These stay until something was sent; the others vanish with the tap.
const STAYING = new Set(["camera", "cameraRoll", "location", "datetimepicker"]);

interface QuickRepliesProps {
  readonly messages: readonly ChatMessage[];
  readonly onAction: (action: Action) => void;
}

/** The quick replies of the chat's last message; any newer message takes them away. */
function itemsOf(last: ChatMessage | undefined): messagingApi.QuickReplyItem[] {
  if (last?.from !== "bot") return [];
  return botMessageOf(last).quickReply?.items ?? [];
}

export function QuickReplies({ messages, onAction }: QuickRepliesProps): ReactNode {
  const last = messages.at(-1);
  const [usedUp, setUsedUp] = useState<string>();
  const items = itemsOf(last);
  if (!last || items.length === 0 || usedUp === last.messageId) return null;
  const tap = (action: Action) => {
    if (!STAYING.has(action.type)) setUsedUp(last.messageId);
    onAction(action);
  };
  return (
    <section className="quick-replies" aria-label={words.quickReplies}>
      {items.map(({ action, imageUrl }, at) =>
        action === undefined ? null : (
          // Items have no identity of their own and never move.
          <button type="button" key={at} onClick={() => tap(action)}>
            {imageUrl !== undefined && <img src={imageUrl} alt="" />}
            {imageUrl === undefined && action.type === "camera" && <CameraIcon />}
            {imageUrl === undefined && action.type === "cameraRoll" && <AlbumIcon />}
            {action.label}
          </button>
        ),
      )}
    </section>
  );
}
