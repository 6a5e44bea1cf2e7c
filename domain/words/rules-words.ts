import type { MissionGoal } from "../mission.ts";
import type { Treatment } from "../moderation-taxonomy.ts";
import type { StandingRule } from "../standing-rule.ts";

/** What a host decides about how an event is played, in the order in which it is told. */
export const ruleKeys = [
  "faceCap",
  "minFaceSize",
  "minFaceConfidence",
  "standing",
  "photosPerGuest",
  "missions",
  "labels",
  "bannedWords",
  "treatments",
] as const;
export type RuleKey = (typeof ruleKeys)[number];

/** A choice and what it does, in plain words. */
export interface Choice {
  readonly name: string;
  readonly effect: string;
}

/** How the rules of an event are told to hosts. */
export interface RulesWords {
  readonly rules: Readonly<Record<RuleKey, Choice>>;
  readonly standings: Readonly<Record<StandingRule, Choice>>;
  readonly treatments: Readonly<Record<Treatment, string>>;
  readonly goals: Readonly<Record<MissionGoal["kind"], string>>;
  /** Undefined: no such limit. */
  readonly faceCap: (most: number | undefined) => string;
  /** Percent of the picture's side, written. */
  readonly minFaceSize: (percent: string | undefined) => string;
  readonly minFaceConfidence: (percent: string | undefined) => string;
  readonly photosPerGuest: (most: number | undefined) => string;
  readonly labels: (rule: { readonly most: number; readonly percent: string } | undefined) => string;
  /** What has to be on a photo; `label` as people call it. */
  readonly goal: (goal: MissionGoal, label: string) => string;
  readonly treated: (label: string, treatment: string) => string;
  readonly none: string;
  readonly usual: string;
  readonly between: string;
}
