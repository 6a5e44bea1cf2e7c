import type { HostStage } from "../../backend/host-event-shapes.ts";
import { StageIcon } from "./stage-icon.tsx";
import { stepInWords } from "./stage-moves.ts";
import { useRemoteWords } from "./use-remote-words.ts";

/** What the room sees, in words; read aloud when it changes. */
export function NowShown({ stage }: { readonly stage: HostStage }) {
  const words = useRemoteWords();
  const { name, sees } = words.stages[stage.name];
  return (
    <section className="now" aria-labelledby="now-title">
      <h2 className="now__title" id="now-title">
        {words.now}
      </h2>
      <output className="now__stage">
        <StageIcon name={stage.name} />
        <span className="now__name">{name}</span>
        <span className="now__sees">
          {stage.name === "reveal" ? stepInWords(stage.step ?? 0, words) : sees}
        </span>
      </output>
    </section>
  );
}
