import type { ReactNode } from "react";
import { useTalk } from "../talk/use-talk.ts";
import { words } from "../words/words.ts";
import { ChatScreen } from "./chat-screen.tsx";
import { GuestPicker } from "./guest-picker.tsx";
import { PhoneFrame } from "./phone-frame.tsx";

interface PhoneProps {
  /** Whose phone it is; undefined: nobody's yet. */
  readonly userId: string | undefined;
  readonly onUser: (userId: string | undefined) => void;
}

export function Phone({ userId, onUser }: PhoneProps): ReactNode {
  const { users } = useTalk();
  const user = users.find((one) => one.userId === userId);
  return (
    <PhoneFrame label={user ? words.phoneOf(user.displayName) : words.emptyPhone}>
      {user ? (
        <ChatScreen key={user.userId} user={user} onLeave={() => onUser(undefined)} />
      ) : (
        <GuestPicker onPick={onUser} />
      )}
    </PhoneFrame>
  );
}
