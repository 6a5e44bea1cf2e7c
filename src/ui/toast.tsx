import { useEffect, useEffectEvent, useState } from "react";
import { Icon } from "./icon.tsx";
import { useUiWords } from "./ui-words.ts";

interface Props {
  readonly text: string;
  readonly undo?: () => void;
  readonly onGone: () => void;
}

const STAYS_MS = 8_000;
/** What can be taken back needs time to be noticed and reached. */
const STAYS_WITH_UNDO_MS = 12_000;

export function Toast({ text, undo, onGone }: Props) {
  const words = useUiWords();
  const [isHeld, setHeld] = useState(false);
  const go = useEffectEvent(onGone);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => go(), undo === undefined ? STAYS_MS : STAYS_WITH_UNDO_MS);
    return () => clearTimeout(timer);
  }, [isHeld, undo]);
  const takeBack = () => {
    undo?.();
    onGone();
  };
  return (
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p className="toast__text">{text}</p>
      {undo !== undefined && (
        <button type="button" className="toast__undo" onClick={takeBack}>
          {words.undo}
        </button>
      )}
      <button type="button" className="toast__close" aria-label={words.close} onClick={onGone}>
        <Icon name="cross" />
      </button>
    </div>
  );
}
