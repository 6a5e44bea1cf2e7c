import { type ReactNode, type RefObject, useRef, useState } from "react";
import type { User } from "../../line/memory/chat.ts";
import { MessageList } from "../messages/message-list.tsx";
import type { RowHandlers } from "../messages/message-row.tsx";
import { useChat, useTalk, useTalkStore } from "../talk/use-talk.ts";
import { words } from "../words/words.ts";
import { ChatHeader } from "./chat-header.tsx";
import { InputBar, type Tray } from "./input-bar.tsx";
import { QuickReplies } from "./quick-replies.tsx";
import { RichMenuPanel } from "./rich-menu-panel.tsx";
import { SampleTray } from "./sample-tray.tsx";
import { MomentSheet, PageSheet, PictureViewer } from "./sheets.tsx";
import { StickerTray } from "./sticker-tray.tsx";
import { useRichMenu } from "./use-rich-menu.ts";
import { useFileDrop } from "./use-file-drop.ts";
import { useNotice } from "./use-notice.tsx";
import { type PhoneActions, usePhoneActions } from "./use-phone-actions.ts";

interface ChatScreenProps {
  readonly user: User;
  readonly onLeave: () => void;
}

interface FilePickerProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly isCamera: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The hidden field behind "camera" and "album"; a phone's browser opens the camera for the first. */
function FilePicker({ input, label, isCamera, onFiles }: FilePickerProps): ReactNode {
  return (
    <input
      ref={input}
      type="file"
      hidden
      aria-label={label}
      accept={isCamera ? "image/*" : "image/*,video/*"}
      multiple={!isCamera}
      capture={isCamera ? "environment" : undefined}
      onChange={({ target }) => {
        const files = [...(target.files ?? [])];
        // The same photo chosen again must count as a change.
        target.value = "";
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}

function Cover({
  actions,
  botName,
}: {
  readonly actions: PhoneActions;
  readonly botName: string;
}): ReactNode {
  const { cover, setCover, pickMoment } = actions;
  const close = () => setCover(undefined);
  switch (cover?.kind) {
    case "page":
      return <PageSheet url={cover.url} title={botName} onClose={close} />;
    case "picture":
      return <PictureViewer url={cover.url} onClose={close} />;
    case "moment":
      return (
        <MomentSheet
          action={cover.action}
          onPick={(moment) => pickMoment(cover.action, moment)}
          onClose={close}
        />
      );
    case undefined:
      return null;
  }
}

/** The chat between a guest and the bot. */
export function ChatScreen({ user, onLeave }: ChatScreenProps): ReactNode {
  const store = useTalkStore();
  const { bot, connection } = useTalk();
  const chat = useChat(user.userId);
  const [tray, setTray] = useState<Tray>();
  const camera = useRef<HTMLInputElement>(null);
  const album = useRef<HTMLInputElement>(null);
  const note = useNotice();
  const menu = useRichMenu(user);
  const pickers = { camera: () => camera.current?.click(), album: () => album.current?.click() };
  const actions = usePhoneActions(user.userId, pickers, note);
  const drop = useFileDrop(actions.sendFiles);
  const botName = bot?.displayName ?? "…";
  const handlers: RowHandlers = {
    onAction: actions.run,
    onOpenUrl: actions.openUrl,
    onViewPicture: (url) => actions.setCover({ kind: "picture", url }),
    contentUrl: (messageId) => store.client.contentUrl(messageId),
    onUnsend: ({ messageId }) => actions.unsend(messageId),
    onCopy: actions.copy,
  };
  const closing = <T,>(act: (value: T) => void) => {
    return (value: T) => {
      setTray(undefined);
      act(value);
    };
  };
  return (
    <div className="chat" {...drop.target} data-dropping={drop.isOver}>
      <ChatHeader user={user} botName={botName} onLeave={onLeave} onFriend={actions.setFriend} />
      {connection === "lost" && <p className="connection-note">{words.reconnecting}</p>}
      <MessageList chat={chat} botName={botName} handlers={handlers} />
      <QuickReplies messages={chat.messages} onAction={actions.run} />
      {note.notice}
      {user.friendship === "friend" ? (
        <InputBar
          tray={tray}
          onTray={setTray}
          onText={actions.sendText}
          onCamera={pickers.camera}
          onAlbum={pickers.album}
        />
      ) : (
        <div className="not-friend">
          {user.friendship === "blocked" && <p>{words.blocked(botName)}</p>}
          <button type="button" className="primary" onClick={() => actions.setFriend(true)}>
            {user.friendship === "blocked" ? words.unblock : words.addFriend(botName)}
          </button>
        </div>
      )}
      {tray === "samples" && <SampleTray onSend={closing(actions.sendSamples)} />}
      {menu && tray === undefined && (
        <RichMenuPanel
          key={user.userId}
          menu={menu}
          imageUrl={store.client.richMenuImageUrl(menu.richMenuId)}
          onAction={actions.run}
        />
      )}
      {tray === "stickers" && <StickerTray onSend={closing(actions.sendSticker)} />}
      <FilePicker input={camera} label={words.camera} isCamera onFiles={actions.sendFiles} />
      <FilePicker input={album} label={words.album} isCamera={false} onFiles={actions.sendFiles} />
      {drop.isOver && <p className="drop-here">{words.dropHere}</p>}
      <Cover actions={actions} botName={botName} />
    </div>
  );
}
