import { type Face, happiness } from "./face.ts";
import type { Label } from "./label.ts";

/** A challenge that a host sets: what has to be on a photo. */
export interface Mission {
  readonly missionId: string;
  /** In the host's words, as guests read it: 「ケーキを撮る」. */
  readonly title: string;
  readonly goal: MissionGoal;
}

export type MissionGoal =
  /** C2: a label or one below it, such as `Cake`, seen so often. */
  | { readonly kind: "label"; readonly label: string; readonly count: number }
  /** C3: at least so many faces; `exactly` so many when it says so. */
  | { readonly kind: "faces"; readonly count: number; readonly exactly: boolean }
  /** C4: at least so many faces, and every one of them smiles. */
  | { readonly kind: "everybody-smiles"; readonly count: number };

/** C1 */
export const MOST_MISSIONS = 10;
/** C2: how sure a label must be, 0..100. */
export const SURE_LABEL = 70;
/** C4: happiness of a smile, 0..100. */
export const SMILE = 60;

/** C1–C4: which of the missions a photo meets, by id, in the host's order. */
export function metMissions(
  missions: readonly Mission[],
  seen: { readonly faces: readonly Face[]; readonly labels: readonly Label[] },
): readonly string[] {
  return missions
    .slice(0, MOST_MISSIONS)
    .filter(({ goal }) => isMet(goal, seen.faces, seen.labels))
    .map(({ missionId }) => missionId);
}

/** As guests read them, in the host's order. */
export function titlesOf(missions: readonly Mission[], met: readonly string[] = []): readonly string[] {
  return missions.filter(({ missionId }) => met.includes(missionId)).map(({ title }) => title);
}

function isMet(goal: MissionGoal, faces: readonly Face[], labels: readonly Label[]): boolean {
  switch (goal.kind) {
    case "label":
      return timesSeen(goal.label, labels) >= goal.count;
    case "faces":
      return goal.exactly ? faces.length === goal.count : faces.length >= goal.count;
    case "everybody-smiles":
      return faces.length >= goal.count && faces.every((face) => happiness(face) >= SMILE);
  }
}

/** A label counts as often as instances of it are seen, and once when it has none (a scene). */
function timesSeen(wanted: string, labels: readonly Label[]): number {
  const name = wanted.toLowerCase();
  const times = labels
    .filter(
      ({ confidence, ...label }) =>
        confidence >= SURE_LABEL &&
        [label.name, ...label.parents].some((each) => each.toLowerCase() === name),
    )
    .map(({ instances }) => Math.max(1, instances.filter((one) => one.confidence >= SURE_LABEL).length));
  // A kind and its parent are the same things seen twice: the largest count, not the sum.
  return Math.max(0, ...times);
}
