import type { Language } from "../language.ts";
import { type DropReason, type PhotoScore, points, type ScoringRules } from "../scoring.ts";
import type { StandingRule } from "../standing-rule.ts";

/** Why a photo has its points, as people read it. */
export interface Explanation {
  /** The sum in one sentence. */
  readonly lead: string;
  /** One for each face, in the order of the faces. */
  readonly faces: readonly string[];
  /** The rules that changed something on this photo. */
  readonly notes: readonly string[];
}

/** S7: the same for the card, the guest's page and the host's. */
export function explain(scored: PhotoScore, rules: ScoringRules, language: Language): Explanation {
  const words = explanationWords[language];
  const counted = scored.faces.filter(({ dropped }) => dropped === undefined).length;
  const dropped = new Set(scored.faces.flatMap((face) => face.dropped ?? []));
  return {
    lead: words.sum(counted, points(scored.score)),
    faces: scored.faces.map((face, index) =>
      face.dropped === undefined
        ? words.face(index + 1, points(face.points))
        : words.droppedFace(index + 1, words.why[face.dropped]),
    ),
    notes: dropped.has("beyond-cap") && rules.faceCap !== undefined ? [words.cap(rules.faceCap)] : [],
  };
}

/** S7: for the card, as little as is needed: nothing of one face that gave its points. */
export function explainBriefly(
  scored: PhotoScore,
  rules: ScoringRules,
  language: Language,
): readonly string[] {
  const isPlain = scored.faces.length < 2 && scored.faces.every(({ dropped }) => dropped === undefined);
  if (isPlain) return [];
  const { lead, faces, notes } = explain(scored, rules, language);
  // A cap tells about all faces beyond it at once.
  const unusual = faces.filter((_, index) => {
    const dropped = scored.faces[index]?.dropped;
    return dropped !== undefined && dropped !== "beyond-cap";
  });
  return [lead, ...notes, ...unusual];
}

/** R2: what of a guest's photos counts, in one sentence. */
export function explainStanding(rule: StandingRule, language: Language): string {
  return explanationWords[language].standing[rule];
}

interface ExplanationWords {
  sum(faces: number, total: string): string;
  face(number: number, given: string): string;
  droppedFace(number: number, why: string): string;
  cap(most: number): string;
  /** Follows the number of a face. */
  readonly why: Readonly<Record<DropReason, string>>;
  readonly standing: Readonly<Record<StandingRule, string>>;
}

const explanationWords: Readonly<Record<Language, ExplanationWords>> = {
  ja: {
    sum: (faces, total) =>
      faces === 0
        ? "得点になるお顔がありませんでした。"
        : faces === 1
          ? `笑顔の幸福度がそのまま得点になり、${total}です。`
          : `${faces}人の幸福度を合わせて、${total}です。`,
    face: (number, given) => `${number}人目 ${given}`,
    droppedFace: (number, why) => `${number}人目は${why}、得点に入りません。`,
    cap: (most) => `得点になるのは、笑顔の上位${most}人までです。`,
    why: {
      "too-small": "小さく写っているため",
      unsure: "お顔がはっきり写っていないため",
      "beyond-cap": "人数の上限を超えているため",
    },
    standing: {
      best: "ランキングには、いちばん得点の高い一枚が入ります。",
      "best-three": "ランキングには、得点の高い三枚の合計が入ります。",
      diminishing: "ランキングには、得点の高い順に全部・半分・四分の一…と足した合計が入ります（十枚まで）。",
    },
  },
  en: {
    sum: (faces, total) => {
      if (faces === 0) return "No face on this photo gives points.";
      return faces === 1
        ? `One face: its happiness gives ${total}.`
        : `${faces} faces together give ${total}.`;
    },
    face: (number, given) => `Face ${number}: ${given}`,
    droppedFace: (number, why) => `Face ${number} gives no points: ${why}.`,
    cap: (most) => (most === 1 ? "Only the happiest face counts." : `Only the ${most} happiest faces count.`),
    why: {
      "too-small": "it is too small",
      unsure: "it cannot be seen clearly",
      "beyond-cap": "enough happier ones are on the photo",
    },
    standing: {
      best: "Your best photo counts in the ranking.",
      "best-three": "Your three best photos together count in the ranking.",
      diminishing:
        "In the ranking your best photo counts in full, the next one half, then a quarter and so on, up to ten photos.",
    },
  },
  "zh-Hant": {
    sum: (faces, total) => {
      if (faces === 0) return "這張照片沒有可以計分的臉孔。";
      return faces === 1 ? `一個人的幸福度就是得分：${total}。` : `${faces}個人的幸福度加起來是${total}。`;
    },
    face: (number, given) => `第${number}張臉 ${given}`,
    droppedFace: (number, why) => `第${number}張臉${why}，不計分。`,
    cap: (most) => `只計算笑得最開心的${most}個人。`,
    why: { "too-small": "拍得太小", unsure: "拍得不夠清楚", "beyond-cap": "超過計分人數" },
    standing: {
      best: "排行榜採計得分最高的一張照片。",
      "best-three": "排行榜採計得分最高的三張照片總和。",
      diminishing: "排行榜依得分高低，採計全部、一半、四分之一……的總和（最多十張）。",
    },
  },
};
