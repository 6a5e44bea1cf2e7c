import { type ReactNode, useState } from "react";
import type { User } from "../../line/memory/chat.ts";
import { words } from "../words/words.ts";
import { Avatar } from "./avatar.tsx";
import { BackIcon, MenuIcon } from "./icons.tsx";

interface ChatHeaderProps {
  readonly user: User;
  readonly botName: string;
  readonly onLeave: () => void;
  readonly onFriend: (isFriend: boolean) => void;
}

export function ChatHeader({ user, botName, onLeave, onFriend }: ChatHeaderProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const isFriend = user.friendship === "friend";
  return (
    <header className="chat-header">
      <button type="button" aria-label={words.changeGuest} onClick={onLeave}>
        <BackIcon />
      </button>
      <strong>{botName}</strong>
      <span className="holder" title={user.displayName}>
        <Avatar user={user} />
        <span>{user.displayName}</span>
      </span>
      <button type="button" aria-label={words.menu} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <MenuIcon />
      </button>
      {isOpen && (
        <div className="header-menu" role="menu">
          <button
            type="button"
            role="menuitem"
            onClick={() => {
              setOpen(false);
              onFriend(!isFriend);
            }}
          >
            {isFriend ? words.block : words.unblock}
          </button>
          <button type="button" role="menuitem" onClick={onLeave}>
            {words.changeGuest}
          </button>
        </div>
      )}
    </header>
  );
}
