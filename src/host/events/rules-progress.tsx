import { ruleChanges } from "#domain/words/rules";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useSettingsDesk } from "./settings-context.ts";
import { useEventsWords } from "./use-events-words.ts";
import { useNow } from "./use-now.ts";
import type { FollowedJob } from "./use-rules-job.ts";

/** What was changed last about the rules, and the way back. */
export interface RulesDesk extends FollowedJob {
  readonly undo: () => void;
  readonly isUndoing: boolean;
}

const TICK_MS = 5_000;
/** A job whose messages are tried again moves once a minute; before that nobody needs to wonder. */
const STILL_MS = 20_000;

export function RulesProgress({ desk }: { readonly desk: RulesDesk }) {
  const { words, language } = useEventsWords();
  const { saving } = words;
  const { event } = useSettingsDesk();
  const changes = event.formerRules === null ? [] : ruleChanges(event.rules, event.formerRules, language);
  const isNews = desk.job !== null && (desk.job.state === "running" || desk.wasRunning);
  if (!isNews && changes.length === 0) return null;
  return (
    <div className="recompute">
      <output className="recompute__news">{isNews && <Progress {...desk} />}</output>
      {changes.length > 0 && (
        <details className="recompute__undo">
          <summary>{saving.undoRules}</summary>
          <p>{saving.undoRulesHint}</p>
          <ul>
            {changes.map(({ name, before, after }) => (
              <li key={name}>{saving.change(name, before, after)}</li>
            ))}
          </ul>
          <Button busy={desk.isUndoing} onClick={desk.undo}>
            <Icon name="undo" />
            {saving.undoRules}
          </Button>
        </details>
      )}
    </div>
  );
}

function Progress({ job }: FollowedJob) {
  const { saving } = useEventsWords().words;
  const now = useNow(TICK_MS);
  if (job === null) return null;
  if (job.state === "superseded") return <span>{saving.superseded}</span>;
  if (job.state === "done") {
    return (
      <span className="recompute__done">
        <Icon name="check" />
        {saving.computedAll(job.done)}
      </span>
    );
  }
  return (
    <>
      <span>
        {saving.rulesNow}
        <span className="recompute__count">
          {job.total === null ? saving.counting : saving.computed(job.done, job.total)}
        </span>
      </span>
      <progress
        className="recompute__bar"
        aria-label={saving.rulesNow}
        max={Math.max(1, job.total ?? 1)}
        {...(job.total !== null && { value: job.done })}
      />
      {now - job.movedAt > STILL_MS && <span className="recompute__still">{saving.standsStill}</span>}
    </>
  );
}
