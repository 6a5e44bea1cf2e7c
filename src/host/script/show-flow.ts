import type { StageName } from "#domain/stage";
import type { ShowPart } from "#domain/words/host-script-words";

interface PartOfShow {
  readonly part: ShowPart;
  readonly minutes: number;
  /** In the order in which they usually come. */
  readonly stages: readonly StageName[];
}

/** Ten minutes in three parts. */
export const showFlow: readonly PartOfShow[] = [
  { part: "explain", minutes: 3, stages: ["join"] },
  { part: "play", minutes: 5, stages: ["ranking", "wall", "round"] },
  { part: "reveal", minutes: 2, stages: ["frozen", "reveal", "replay", "thanks"] },
];

/** The part of the show that a stage belongs to. */
export function partOfStage(stage: StageName): ShowPart {
  return showFlow.find(({ stages }) => stages.includes(stage))?.part ?? "explain";
}
