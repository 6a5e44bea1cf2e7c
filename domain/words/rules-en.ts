import type { RulesWords } from "./rules-words.ts";

export const english: RulesWords = {
  rules: {
    faceCap: {
      name: "Faces that count",
      effect: "How many faces of a photo give points, the happiest first. Leave it empty and all of them do.",
    },
    minFaceSize: {
      name: "Smallest face",
      effect: "Smaller faces give no points, so that people passing by in the background do not count.",
    },
    minFaceConfidence: {
      name: "How sure it is a face",
      effect: "What is less surely a face gives no points: fewer teddy bears and paintings taken for people.",
    },
    standing: {
      name: "What makes the ranking",
      effect: "Which of a guest’s photos count in the ranking.",
    },
    photosPerGuest: {
      name: "Photos per guest",
      effect:
        "How many photos of a guest take part, the first ones sent. When one is taken back, the next steps in. Leave it empty and all of them do.",
    },
    missions: {
      name: "Challenges",
      effect: "Ideas for a photo. Whoever meets one reads it on the card; points stay as they are.",
    },
    labels: {
      name: "Things in the picture",
      effect: "Cakes, bouquets and the like are recognised too and stand on the guest’s photo page.",
    },
    bannedWords: {
      name: "Words that must not show",
      effect: "A photo in which one of these words can be read waits for you. Holds for photos from now on.",
    },
    treatments: {
      name: "What automatic checks do",
      effect:
        "What happens when the check finds something, to suit this party. Holds for photos from now on.",
    },
  },
  standings: {
    best: { name: "The best photo", effect: "One great photo is enough to win." },
    "best-three": {
      name: "The best three together",
      effect: "The three best photos are added up: it is worth trying again.",
    },
    diminishing: {
      name: "More photos, a little more",
      effect: "The best counts in full, the next one half, then a quarter and so on, up to ten photos.",
    },
  },
  treatments: { block: "Do not show", review: "Wait for me", ignore: "Show" },
  goals: { label: "Something is seen", faces: "So many people", "everybody-smiles": "Everybody smiles" },
  faceCap: (most) => (most === undefined ? "all" : most === 1 ? "only the happiest" : `the ${most} happiest`),
  minFaceSize: (percent) =>
    percent === undefined ? "any size" : `at least ${percent}% of the picture’s side`,
  minFaceConfidence: (percent) => (percent === undefined ? "any" : `at least ${percent}%`),
  photosPerGuest: (most) => (most === undefined ? "any number" : `at most ${most}`),
  labels: (rule) => (rule === undefined ? "not read" : `up to ${rule.most}, at least ${rule.percent}% sure`),
  goal: (goal, label) => {
    switch (goal.kind) {
      case "label":
        return goal.count === 1 ? `${label} is seen` : `${label} is seen ${goal.count} times`;
      case "faces": {
        const people = goal.count === 1 ? "1 person" : `${goal.count} people`;
        return goal.exactly ? `exactly ${people}` : `at least ${people}`;
      }
      case "everybody-smiles":
        return goal.count === 1 ? "everybody smiles" : `at least ${goal.count} people, and everybody smiles`;
    }
  },
  treated: (label, treatment) => `${label}: ${treatment.toLowerCase()}`,
  none: "none",
  usual: "as usual",
  between: ", ",
};
