import { useState } from "react";
import type { EventRules } from "#domain/event-rules";
import { treatmentOf } from "#domain/moderation";
import { moderationTaxonomy, type Treatment } from "#domain/moderation-taxonomy";
import { moderationLabelName } from "#domain/words/moderation-label-name";
import { rulesWords } from "#domain/words/rules";
import { Overtaken } from "./overtaken.tsx";
import { useSettingsDesk } from "./settings-context.ts";
import { useEventsWords } from "./use-events-words.ts";

const treatments: readonly Treatment[] = ["block", "review", "ignore"];
const labels = inFamilies();

/** Each label before those below it. */
function inFamilies(parent?: string): readonly string[] {
  return [...moderationTaxonomy]
    .filter(([, label]) => label.parent === parent)
    .flatMap(([name]) => [name, ...inFamilies(name)]);
}

/** M3: what the check does with each kind of thing; the kinds below one follow it unless they say otherwise. */
export function TreatmentsRule({ rules }: { readonly rules: EventRules }) {
  const { words, language } = useEventsWords();
  const told = rulesWords[language];
  const { form, event } = useSettingsDesk();
  const [isOpen, setOpen] = useState(false);
  const changed = Object.keys(form.treatments);
  const example = changed[0] ?? "Alcohol";
  return (
    <div className="rule">
      <h3>{told.rules.treatments.name}</h3>
      <p className="rule__effect">{told.rules.treatments.effect}</p>
      {form.moderation !== "enforce" && event.moderation !== "enforce" && (
        <p className="rule__note">{words.rules.treatmentsIdle}</p>
      )}
      <details className="treatments__all" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{words.rules.treatmentsAll(labels.length)}</summary>
        {isOpen && (
          <ul className="treatments">
            {labels.map((label) => (
              <TreatmentRow key={label} label={label} />
            ))}
          </ul>
        )}
      </details>
      <p className="rule__example">
        {words.rules.treatmentExample(
          moderationLabelName(example, language),
          told.treatments[treatmentOf([example], rules.treatments)],
        )}
      </p>
      <Overtaken name="treatments" />
    </div>
  );
}

function TreatmentRow({ label }: { readonly label: string }) {
  const { words, language } = useEventsWords();
  const told = rulesWords[language].treatments;
  const { form, set } = useSettingsDesk();
  const { [label]: own, ...others } = form.treatments;
  const choose = (chosen: Treatment | undefined) =>
    set("treatments", chosen === undefined ? others : { ...others, [label]: chosen });
  const isTop = moderationTaxonomy.get(label)?.parent === undefined;
  return (
    <li className={isTop ? "treatment treatment--top" : "treatment"} data-is-own={own !== undefined}>
      <span className="treatment__label" aria-hidden="true">
        {moderationLabelName(label, language)}
      </span>
      <select
        aria-label={words.rules.treatmentOf(moderationLabelName(label, language))}
        value={own ?? ""}
        onChange={({ target }) => choose(treatments.find((one) => one === target.value))}
      >
        {/* What holds without a word of this event's about the label itself. */}
        <option value="">{words.rules.usually(told[treatmentOf([label], others)])}</option>
        {treatments.map((one) => (
          <option key={one} value={one}>
            {told[one]}
          </option>
        ))}
      </select>
    </li>
  );
}
