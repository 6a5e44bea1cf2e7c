import type { messagingApi } from "@line/bot-sdk";
import { type FormEvent, type ReactNode, useState } from "react";
import { words } from "../words/words.ts";
import { CloseIcon } from "./icons.tsx";

interface Closable {
  readonly onClose: () => void;
}

/** A page inside LINE: the guest's personal page, or another page of this machine. */
export function PageSheet({
  url,
  title,
  onClose,
}: Closable & { readonly url: string; readonly title: string }): ReactNode {
  return (
    <div className="sheet-backdrop">
      <dialog open className="sheet page-sheet" aria-label={words.miniApp}>
        <header>
          <span className="sheet-title">
            <strong>{title}</strong>
            <small>{new URL(url).host}</small>
          </span>
          <button type="button" aria-label={words.close} onClick={onClose}>
            <CloseIcon />
          </button>
        </header>
        <iframe src={url} title={title} allow="clipboard-write" />
      </dialog>
    </div>
  );
}

export function PictureViewer({ url, onClose }: Closable & { readonly url: string }): ReactNode {
  return (
    <dialog open className="viewer" aria-label={words.photo}>
      <button type="button" aria-label={words.close} onClick={onClose}>
        <CloseIcon />
      </button>
      <img src={url} alt={words.photo} />
    </dialog>
  );
}

const INPUTS = { date: "date", time: "time", datetime: "datetime-local" } as const;

export type DatetimePicker = messagingApi.DatetimePickerAction;

/** The choice of a moment that a datetimepicker action asks for. */
export function MomentSheet({
  action,
  onPick,
  onClose,
}: Closable & { readonly action: DatetimePicker; readonly onPick: (moment: string) => void }): ReactNode {
  const [moment, setMoment] = useState(action.initial ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onPick(moment);
  };
  return (
    <div className="sheet-backdrop">
      <dialog open className="sheet" aria-label={words.pickMoment}>
        <form className="moment-sheet" onSubmit={submit}>
          <strong>{action.label ?? words.pickMoment}</strong>
          <input
            type={INPUTS[action.mode ?? "datetime"]}
            value={moment}
            min={action.min}
            max={action.max}
            required
            aria-label={words.pickMoment}
            onChange={(event) => setMoment(event.target.value)}
          />
          <button type="submit" className="primary">
            {words.done}
          </button>
          <button type="button" onClick={onClose}>
            {words.close}
          </button>
        </form>
      </dialog>
    </div>
  );
}
