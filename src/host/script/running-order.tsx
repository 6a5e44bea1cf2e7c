import type { StageName } from "#domain/stage";
import { hostRemoteWords } from "#domain/words/host-remote";
import { useHostLanguage } from "../shell/language.tsx";
import { partOfStage, showFlow } from "./show-flow.ts";
import { useScriptWords } from "./use-script-words.ts";

interface Props {
  /** On the screens. */
  readonly now: StageName;
  readonly shown: StageName;
  readonly onShow: (name: StageName) => void;
}

/** The three parts with their stages; each can be read ahead. */
export function RunningOrder({ now, shown, onShow }: Props) {
  const words = useScriptWords();
  const names = hostRemoteWords[useHostLanguage()].stages;
  return (
    <nav className="order" aria-label={words.order}>
      <ol className="order__parts">
        {showFlow.map(({ part, minutes, stages }) => (
          <li key={part} className="order__part" data-is-now={partOfStage(now) === part}>
            <p className="order__name">
              {words.parts[part]} <span className="order__minutes">{words.minutes(minutes)}</span>
            </p>
            <ol className="order__stages">
              {stages.map((name) => (
                <li key={name}>
                  <button
                    type="button"
                    className="order__stage"
                    aria-current={name === now ? "step" : undefined}
                    aria-pressed={name === shown}
                    onClick={() => onShow(name)}
                  >
                    {names[name].name}
                  </button>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}
