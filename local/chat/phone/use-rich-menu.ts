import { useEffect, useState } from "react";
import type { User } from "../../line/memory/chat.ts";
import type { RichMenu } from "../talk/line-client.ts";
import { useTalk, useTalkStore } from "../talk/use-talk.ts";

/** The menu below a chat, looked for anew whenever menus change: a tab, the bot or the host may do it. */
export function useRichMenu({ userId, friendship }: User): RichMenu | undefined {
  const { client } = useTalkStore();
  const { menuChanges } = useTalk();
  const [found, setFound] = useState<{ readonly userId: string; readonly menu: RichMenu | undefined }>();
  useEffect(() => {
    let isCurrent = true;
    const show = (menu: RichMenu | undefined): void => {
      if (isCurrent) setFound({ userId, menu });
    };
    // Without a menu a chat is whole; that the stand-in is gone is told elsewhere.
    client.richMenu(userId).then(show, () => {});
    return () => {
      isCurrent = false;
    };
  }, [client, userId, friendship, menuChanges]);
  return found?.userId === userId && friendship === "friend" ? found.menu : undefined;
}
