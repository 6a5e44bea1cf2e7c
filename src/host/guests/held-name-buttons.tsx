import type { HostGuestsWords } from "#domain/words/host-guests-words";
import { Button } from "../../ui/button.tsx";

interface Props {
  /** What the guest is called for now. */
  readonly placeholder: string;
  readonly heldName: string;
  readonly words: HostGuestsWords;
  /** On a row, where there is little room; screen readers hear the name all the same. */
  readonly isShort?: boolean;
  readonly isBusy: boolean;
  readonly onName: (name: string) => void;
}

/** N2: one press decides about a name that the word list held back. */
export function HeldNameButtons({ placeholder, heldName, words, isShort = false, isBusy, onName }: Props) {
  return (
    <div className="held-name__buttons">
      <Button busy={isBusy} onClick={() => onName(heldName)}>
        {isShort ? <Short text={words.acceptShort} of={heldName} /> : words.accept(heldName)}
      </Button>
      <Button busy={isBusy} onClick={() => onName(placeholder)}>
        {isShort ? <Short text={words.keepShort} of={heldName} /> : words.keep(placeholder)}
      </Button>
    </div>
  );
}

function Short({ text, of }: { readonly text: string; readonly of: string }) {
  return (
    <span>
      {text}
      <span className="unseen"> {of}</span>
    </span>
  );
}
