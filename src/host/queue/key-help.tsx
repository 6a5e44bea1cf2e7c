import type { HostQueueWords } from "#domain/words/host-queue-words";
import { Dialog } from "../../ui/dialog.tsx";
import { Switch } from "../../ui/switch.tsx";

interface Props {
  readonly hasLetters: boolean;
  readonly onLetters: (hasLetters: boolean) => void;
  readonly onClose: () => void;
  readonly words: HostQueueWords;
}

/** All keys, and the way to switch the letters off. */
export function KeyHelp({ hasLetters, onLetters, onClose, words }: Props) {
  const { keyFor } = words;
  const keys: readonly (readonly [readonly string[], string])[] = [
    [["J", "K", "←", "→", "↑", "↓"], keyFor.move],
    [["A"], keyFor.show],
    [["H"], keyFor.hide],
    [["R"], keyFor.rules],
    [["U"], keyFor.undo],
    [["X"], keyFor.select],
    [["Shift + X"], keyFor.range],
    [["E"], keyFor.all],
    [["N"], keyFor.newcomers],
    [["Esc"], keyFor.escape],
    [["?"], keyFor.help],
  ];
  return (
    <Dialog title={words.keys} onClose={onClose}>
      <dl className="queue-keys">
        {keys.map(([names, meaning]) => (
          <div key={meaning}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Switch label={words.keySwitch} hint={words.keySwitchHint} checked={hasLetters} onChange={onLetters} />
    </Dialog>
  );
}
