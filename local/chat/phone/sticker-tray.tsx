import type { ReactNode } from "react";
import { Sticker, STICKERS } from "../messages/stickers.tsx";
import { words } from "../words/words.ts";

interface StickerTrayProps {
  readonly onSend: (sticker: { packageId: string; stickerId: string }) => void;
}

export function StickerTray({ onSend }: StickerTrayProps): ReactNode {
  return (
    <section className="tray" aria-label={words.stickers}>
      <div className="stickers">
        {STICKERS.map(({ packageId, stickerId, name }) => (
          <button
            type="button"
            key={stickerId}
            aria-label={words.sticker(name)}
            onClick={() => onSend({ packageId, stickerId })}
          >
            <Sticker stickerId={stickerId} />
          </button>
        ))}
      </div>
    </section>
  );
}
