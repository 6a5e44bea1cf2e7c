import { type FormEvent, type ReactNode, useState } from "react";
import { words } from "../words/words.ts";
import { AlbumIcon, CameraIcon, PlusIcon, SendIcon, SmileIcon } from "./icons.tsx";

export type Tray = "samples" | "stickers" | undefined;

interface InputBarProps {
  readonly tray: Tray;
  readonly onTray: (tray: Tray) => void;
  /** Resolves to whether the text was sent; if not it stays in the field. */
  readonly onText: (text: string) => Promise<boolean>;
  readonly onCamera: () => void;
  readonly onAlbum: () => void;
}

export function InputBar({ tray, onTray, onText, onCamera, onAlbum }: InputBarProps): ReactNode {
  const [text, setText] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    void onText(text).then((isSent) => isSent && setText((now) => (now === text ? "" : now)));
  };
  const toggle = (one: Tray) => () => onTray(tray === one ? undefined : one);
  return (
    <form className="input-bar" onSubmit={send}>
      <button
        type="button"
        aria-label={words.samples}
        aria-expanded={tray === "samples"}
        onClick={toggle("samples")}
      >
        <PlusIcon />
      </button>
      <button type="button" aria-label={words.camera} onClick={onCamera}>
        <CameraIcon />
      </button>
      <button type="button" aria-label={words.album} onClick={onAlbum}>
        <AlbumIcon />
      </button>
      <div className="field">
        <input
          value={text}
          onChange={(event) => setText(event.target.value)}
          onFocus={() => onTray(undefined)}
          placeholder="Aa"
          aria-label={words.messageField}
          maxLength={5000}
          enterKeyHint="send"
        />
        <button
          type="button"
          aria-label={words.stickers}
          aria-expanded={tray === "stickers"}
          onClick={toggle("stickers")}
        >
          <SmileIcon />
        </button>
      </div>
      <button type="submit" className="send" aria-label={words.send} disabled={text.trim() === ""}>
        <SendIcon />
      </button>
    </form>
  );
}
