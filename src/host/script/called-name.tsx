import { useScriptWords } from "./use-script-words.ts";

interface Props {
  readonly place: string;
  readonly name: string;
  /** Undefined: no host entered it. */
  readonly reading: string | undefined;
}

/** The name that is announced now, with how it is said. */
export function CalledName({ place, name, reading }: Props) {
  const words = useScriptWords();
  return (
    <div className="called">
      <p className="called__place">{place}</p>
      <p className="called__reading" data-is-missing={reading === undefined}>
        {reading ?? words.reveal.noReading}
      </p>
      <p className="called__name">
        <bdi>{name.trim() === "" ? words.someone : name}</bdi>
        {words.honorific !== "" && <small>{words.honorific}</small>}
      </p>
    </div>
  );
}
