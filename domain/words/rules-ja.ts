import type { RulesWords } from "./rules-words.ts";

export const japanese: RulesWords = {
  rules: {
    faceCap: {
      name: "得点になる人数",
      effect: "一枚の写真で、笑顔の良い順に何人まで得点にするかを決めます。空欄なら全員です。",
    },
    minFaceSize: {
      name: "得点になる顔の大きさ",
      effect: "これより小さく写った顔は得点にしません。後ろを通りかかった人を数えずに済みます。",
    },
    minFaceConfidence: {
      name: "顔と判断する確かさ",
      effect: "顔かどうか、これより自信のないものは得点にしません。ぬいぐるみや絵の見間違いが減ります。",
    },
    standing: {
      name: "ランキングの決め方",
      effect: "一人のゲストが送った写真のうち、どれをランキングに入れるかを決めます。",
    },
    photosPerGuest: {
      name: "一人あたりの枚数",
      effect:
        "一人のゲストの写真を、先に送った順に何枚まで採用するかを決めます。取り消すと次の一枚が繰り上がります。空欄なら何枚でも。",
    },
    missions: {
      name: "ミッション",
      effect:
        "「こんな写真を撮ってみて」というお題です。達成するとゲストのカードに載ります。得点は変わりません。",
    },
    labels: {
      name: "写っているもの",
      effect: "ケーキや花束など、顔以外に写っているものも読み取り、ゲストの写真ページに載せます。",
    },
    bannedWords: {
      name: "映したくない言葉",
      effect: "この言葉が写真の中の文字にあると、確認待ちになります。これから届く写真に効きます。",
    },
    treatments: {
      name: "自動チェックの扱い",
      effect:
        "自動チェックで気になるものが見つかったときの扱いを、会に合わせて変えられます。これから届く写真に効きます。",
    },
  },
  standings: {
    best: { name: "一番の一枚", effect: "いちばん得点の高い一枚だけで競います。" },
    "best-three": {
      name: "良い三枚の合計",
      effect: "得点の高い三枚を足します。何度も撮るほど楽しくなります。",
    },
    diminishing: {
      name: "たくさん撮るほど少しずつ",
      effect: "一枚目は全部、二枚目は半分、三枚目は四分の一…と、十枚まで足します。",
    },
  },
  treatments: { block: "映さない", review: "確認待ち", ignore: "映す" },
  goals: { label: "何かを写す", faces: "人数をそろえる", "everybody-smiles": "全員で笑う" },
  faceCap: (most) => (most === undefined ? "全員" : most === 1 ? "いちばんの笑顔だけ" : `上位${most}人`),
  minFaceSize: (percent) => (percent === undefined ? "どんな大きさでも" : `写真の一辺の${percent}%以上`),
  minFaceConfidence: (percent) => (percent === undefined ? "制限なし" : `${percent}%以上`),
  photosPerGuest: (most) => (most === undefined ? "何枚でも" : `一人${most}枚まで`),
  labels: (rule) => (rule === undefined ? "読み取らない" : `確かさ${rule.percent}%以上を${rule.most}個まで`),
  goal: (goal, label) => {
    switch (goal.kind) {
      case "label":
        return goal.count === 1 ? `${label}が写っている` : `${label}が${goal.count}つ以上写っている`;
      case "faces":
        return goal.exactly ? `ちょうど${goal.count}人で写っている` : `${goal.count}人以上で写っている`;
      case "everybody-smiles":
        return goal.count === 1 ? "写っている全員が笑っている" : `${goal.count}人以上いて、全員が笑っている`;
    }
  },
  treated: (label, treatment) => `${label}は${treatment}`,
  none: "なし",
  usual: "いつもどおり",
  between: "、",
};
