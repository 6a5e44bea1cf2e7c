import type { LabelRules } from "./label.ts";
import { type Mission, SURE_LABEL } from "./mission.ts";
import type { Treatments } from "./moderation.ts";
import type { ScoringRules } from "./scoring.ts";
import type { StandingRule } from "./standing-rule.ts";

/** How an event is played. Numbers in RULES.md. */
export interface EventRules {
  /** S4–S6 */
  readonly scoring: ScoringRules;
  /** R2 */
  readonly standing: StandingRule;
  /** P7: how many photos of a guest take part; missing: all. */
  readonly photosPerGuest?: number;
  /** M3: what this event does otherwise than ceremonies usually do. */
  readonly treatments?: Treatments;
  /** L1: missing when nobody asked for labels. */
  readonly labels?: LabelRules;
  /** C1 */
  readonly missions: readonly Mission[];
  /** T1: in the host's words; text is read only when there are some. */
  readonly bannedWords: readonly string[];
}

/** What every event begins with: all faces count, and of each guest the best photo. */
export const seedRules: EventRules = { scoring: {}, standing: "best", missions: [], bannedWords: [] };

/** A label mission needs labels, also when the event itself asks for none: sure enough to meet it. */
export function wantedLabels({ labels, missions }: EventRules): LabelRules | undefined {
  if (labels !== undefined) return labels;
  const needsLabels = missions.some(({ goal }) => goal.kind === "label");
  return needsLabels ? { minConfidence: SURE_LABEL, most: 50 } : undefined;
}
