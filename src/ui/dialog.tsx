import { type MouseEvent, type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef } from "react";
import { Icon } from "./icon.tsx";
import { useUiWords } from "./ui-words.ts";
import "./dialog.css";

interface Props {
  readonly title: string;
  /** Asked for by Esc, by the cross and by a click beside the dialog; the owner takes it away. */
  readonly onClose: () => void;
  /** `wide` for what shows a picture or a table. */
  readonly size?: "plain" | "wide";
  readonly children: ReactNode;
}

/** A modal dialog, open as long as it is rendered. The browser keeps the focus inside and brings it back afterwards. */
export function Dialog({ title, onClose, size = "plain", children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { close } = useUiWords();
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog?.open === false) dialog.showModal();
    // Closed while still in the document, so that the focus goes back to where it came from.
    return () => dialog?.close();
  }, []);
  const onCancel = (event: SyntheticEvent<HTMLDialogElement>) => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    onClose();
  };
  // Browsers close a dialog by themselves when Esc is pressed twice.
  const onClosed = (event: SyntheticEvent<HTMLDialogElement>) => {
    if (event.target === event.currentTarget && !event.currentTarget.open) onClose();
  };
  const onBackdrop = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target === event.currentTarget) onClose();
  };
  return (
    // Esc is the keyboard's way to what a click beside the dialog does.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={ref}
      className={`dialog dialog--${size}`}
      aria-labelledby={titleId}
      onCancel={onCancel}
      onClose={onClosed}
      onClick={onBackdrop}
    >
      <div className="dialog__sheet">
        <h2 className="dialog__title" id={titleId}>
          {title}
        </h2>
        <div className="dialog__body">{children}</div>
        {/* Last, so that the dialog opens with the focus on what it is about. */}
        <button type="button" className="dialog__close" aria-label={close} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </div>
    </dialog>
  );
}
