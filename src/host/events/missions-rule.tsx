import type { EventRules } from "#domain/event-rules";
import { MOST_MISSIONS } from "#domain/mission";
import { rulesWords } from "#domain/words/rules";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { missionsOfExample } from "./example-photo.ts";
import type { MissionForm } from "./mission-form.ts";
import { MissionRow } from "./mission-row.tsx";
import { Overtaken } from "./overtaken.tsx";
import { useSettingsDesk } from "./settings-context.ts";
import { useEventsWords } from "./use-events-words.ts";

/** C1–C4: the challenges of an event, and whether the example photo meets each. */
export function MissionsRule({ rules }: { readonly rules: EventRules }) {
  const { words, language } = useEventsWords();
  const told = rulesWords[language].rules.missions;
  const { form, set, errors } = useSettingsDesk();
  const met = missionsOfExample(rules);
  const replace = (changed: MissionForm) =>
    set(
      "missions",
      form.missions.map((each) => (each.missionId === changed.missionId ? changed : each)),
    );
  return (
    <div className="rule">
      <h3>{told.name}</h3>
      <p className="rule__effect">{told.effect}</p>
      <ol className="missions">
        {form.missions.map((mission, index) => (
          <MissionRow
            key={mission.missionId}
            mission={mission}
            number={index + 1}
            isMet={met.includes(mission.missionId)}
            isMarked={errors.missions !== undefined}
            onChange={replace}
            onRemove={() =>
              set(
                "missions",
                form.missions.filter(({ missionId }) => missionId !== mission.missionId),
              )
            }
          />
        ))}
      </ol>
      {form.missions.length < MOST_MISSIONS ? (
        <Button onClick={() => set("missions", [...form.missions, newMission()])}>
          <Icon name="plus" />
          {words.rules.addMission}
        </Button>
      ) : (
        <p className="rule__note">{words.rules.mostMissions}</p>
      )}
      <Overtaken name="missions" />
    </div>
  );
}

function newMission(): MissionForm {
  return {
    missionId: crypto.randomUUID(),
    title: "",
    kind: "label",
    label: "Cake",
    count: "1",
    exactly: false,
  };
}
