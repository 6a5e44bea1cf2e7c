import type { MissionGoal } from "#domain/mission";
import { labelName } from "#domain/words/label-name";
import { rulesWords } from "#domain/words/rules";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { type MissionForm, readMission } from "./mission-form.ts";
import { NumberInput } from "./number-input.tsx";
import { useEventsWords } from "./use-events-words.ts";

const kinds: readonly MissionGoal["kind"][] = ["label", "faces", "everybody-smiles"];

interface Props {
  readonly mission: MissionForm;
  /** 1 for the first. */
  readonly number: number;
  readonly isMet: boolean;
  /** Whether what is wrong is said: not while a mission is first typed. */
  readonly isMarked: boolean;
  readonly onChange: (mission: MissionForm) => void;
  readonly onRemove: () => void;
}

/** One challenge as it is typed, and what it asks for in words. */
export function MissionRow({ mission, number, isMet, isMarked, onChange, onRemove }: Props) {
  const { words, language } = useEventsWords();
  const { rules } = words;
  const told = rulesWords[language];
  const read = readMission(mission);
  const wrong = isMarked && typeof read === "string" ? read : undefined;
  const errorOf = (code: typeof wrong) =>
    wrong === code && wrong !== undefined ? rules.missionErrors[wrong] : undefined;
  const change = (part: Partial<MissionForm>) => onChange({ ...mission, ...part });
  return (
    <li className="mission">
      <fieldset className="mission__fields">
        <legend className="unseen">{rules.missionNumber(number)}</legend>
        <Field label={rules.missionTitle} error={errorOf("no-title")}>
          <input
            type="text"
            maxLength={40}
            value={mission.title}
            placeholder={rules.missionTitleExample}
            onChange={({ target }) => change({ title: target.value })}
          />
        </Field>
        <Field label={rules.missionKind}>
          <select
            value={mission.kind}
            onChange={({ target }) => change({ kind: kinds.find((one) => one === target.value) ?? "faces" })}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {told.goals[kind]}
              </option>
            ))}
          </select>
        </Field>
        {mission.kind === "label" && (
          <Field label={rules.missionLabel} hint={rules.missionLabelHint} error={errorOf("no-label")}>
            <input
              type="text"
              maxLength={60}
              value={mission.label}
              onChange={({ target }) => change({ label: target.value })}
            />
          </Field>
        )}
        <Field label={rules.missionCount} error={errorOf("no-count")}>
          <NumberInput
            value={mission.count}
            onChange={(count) => change({ count })}
            unit=""
            min={1}
            max={100}
          />
        </Field>
        {mission.kind === "faces" && (
          <label className="mission__exactly">
            <input
              type="checkbox"
              checked={mission.exactly}
              onChange={({ target }) => change({ exactly: target.checked })}
            />
            {rules.missionExactly}
          </label>
        )}
      </fieldset>
      <div className="mission__foot">
        <p className={isMet ? "mission__verdict mission__verdict--met" : "mission__verdict"}>
          {typeof read === "string" ? (
            "…"
          ) : (
            <>
              {told.goal(read.goal, read.goal.kind === "label" ? labelName(read.goal.label, language) : "")}
              <span> · {isMet ? rules.missionMet : rules.missionNotMet}</span>
            </>
          )}
        </p>
        <Button
          kind="quiet"
          aria-label={rules.removeMission(mission.title || rules.missionNumber(number))}
          onClick={onRemove}
        >
          <Icon name="cross" />
        </Button>
      </div>
    </li>
  );
}
