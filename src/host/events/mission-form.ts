import type { Mission, MissionGoal } from "#domain/mission";

/** A mission as it is typed. */
export interface MissionForm {
  readonly missionId: string;
  readonly title: string;
  readonly kind: MissionGoal["kind"];
  /** Only of label missions. */
  readonly label: string;
  readonly count: string;
  readonly exactly: boolean;
}

export type MissionError = "no-title" | "no-label" | "no-count";

export function missionFormOf({ missionId, title, goal }: Mission): MissionForm {
  return {
    missionId,
    title,
    kind: goal.kind,
    label: goal.kind === "label" ? goal.label : "",
    count: String(goal.count),
    exactly: goal.kind === "faces" && goal.exactly,
  };
}

/** The mission, or what is wrong with what was typed. */
export function readMission(form: MissionForm): Mission | MissionError {
  const title = form.title.trim();
  const count = Number(form.count);
  if (title === "") return "no-title";
  if (form.kind === "label" && form.label.trim() === "") return "no-label";
  if (!Number.isInteger(count) || count < 1 || count > 100) return "no-count";
  return { missionId: form.missionId, title, goal: goalOf(form, count) };
}

function goalOf({ kind, label, exactly }: MissionForm, count: number): MissionGoal {
  switch (kind) {
    case "label":
      return { kind, label: label.trim(), count };
    case "faces":
      return { kind, count, exactly };
    case "everybody-smiles":
      return { kind, count };
  }
}
