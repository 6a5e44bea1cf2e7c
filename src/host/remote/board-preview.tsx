import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { boardUrl } from "../events/board-url.ts";
import { useRemoteWords } from "./use-remote-words.ts";
import { useWide } from "./use-wide.ts";

/**
 * The board itself, small: it sizes everything by its height. At once where there is room; on a phone only when asked
 * for, because it loads what the board loads.
 */
export function BoardPreview({ boardId }: { readonly boardId: string }) {
  const words = useRemoteWords();
  const isWide = useWide();
  const [asked, setAsked] = useState<boolean | null>(null);
  const isShown = asked ?? isWide;
  const url = boardUrl(boardId);
  return (
    <section className="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{words.preview}</h2>
      {isShown && (
        // What it shows stands in words on this page: nothing to tab into, nothing to read aloud.
        <div className="preview__screen" inert>
          <iframe className="preview__frame" src={url} title={words.preview} loading="lazy" />
        </div>
      )}
      <div className="preview__acts">
        <Button aria-expanded={isShown} onClick={() => setAsked(!isShown)}>
          <Icon name={isShown ? "eye-closed" : "eye"} />
          {isShown ? words.hidePreview : words.showPreview}
        </Button>
        <a className="button button--plain" href={url} target="_blank" rel="noreferrer">
          <Icon name="screen" />
          {words.openBoard}
          <span className="unseen">({words.opensNewTab})</span>
        </a>
      </div>
    </section>
  );
}
