import type { EventRules } from "../event-rules.ts";
import type { Language } from "../language.ts";
import { labelName } from "./label-name.ts";
import { moderationLabelName } from "./moderation-label-name.ts";
import { english } from "./rules-en.ts";
import { japanese } from "./rules-ja.ts";
import { type RuleKey, ruleKeys, type RulesWords } from "./rules-words.ts";
import { traditionalChinese } from "./rules-zh-hant.ts";

export const rulesWords: Readonly<Record<Language, RulesWords>> = {
  ja: japanese,
  en: english,
  "zh-Hant": traditionalChinese,
};

/** A rule that was changed, as people read it. */
export interface RuleChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What differs, in the order in which rules are told. */
export function ruleChanges(
  before: EventRules,
  after: EventRules,
  language: Language,
): readonly RuleChange[] {
  return ruleKeys.flatMap((key) => {
    const change = {
      name: rulesWords[language].rules[key].name,
      before: ruleInWords(key, before, language),
      after: ruleInWords(key, after, language),
    };
    return change.before === change.after ? [] : [change];
  });
}

/** What a rule says at this event. */
export function ruleInWords(key: RuleKey, rules: EventRules, language: Language): string {
  const words = rulesWords[language];
  const { faceCap, minFaceSize, minFaceConfidence } = rules.scoring;
  switch (key) {
    case "faceCap":
      return words.faceCap(faceCap);
    case "minFaceSize":
      return words.minFaceSize(minFaceSize === undefined ? undefined : percent(minFaceSize * 100));
    case "minFaceConfidence":
      return words.minFaceConfidence(
        minFaceConfidence === undefined ? undefined : percent(minFaceConfidence),
      );
    case "standing":
      return words.standings[rules.standing].name;
    case "photosPerGuest":
      return words.photosPerGuest(rules.photosPerGuest);
    case "missions":
      return listed(
        rules.missions.map(({ title, goal }) => {
          const label = goal.kind === "label" ? labelName(goal.label, language) : "";
          return `${title} (${words.goal(goal, label)})`;
        }),
        words.none,
        words,
      );
    case "labels":
      return words.labels(
        rules.labels && { most: rules.labels.most, percent: percent(rules.labels.minConfidence) },
      );
    case "bannedWords":
      return listed(rules.bannedWords, words.none, words);
    case "treatments":
      return listed(
        Object.entries(rules.treatments ?? {}).map(([label, treatment]) =>
          words.treated(moderationLabelName(label, language), words.treatments[treatment]),
        ),
        words.usual,
        words,
      );
  }
}

const percent = (share: number): string => String(Number(share.toFixed(1)));
const listed = (parts: readonly string[], none: string, { between }: RulesWords): string =>
  parts.length === 0 ? none : parts.join(between);
