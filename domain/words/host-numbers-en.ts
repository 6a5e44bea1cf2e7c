import { english as myPhoto } from "./my-photo-en.ts";
import type { HostNumbersWords } from "./host-numbers-words.ts";

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

const lasting = (count: number, unit: string): string => (count === 1 ? unit : many(count, unit));
const ordinals = ["th", "st", "nd", "rd"];
const ordinal = (place: number): string =>
  `${place}${ordinals[place % 100 > 10 && place % 100 < 14 ? 0 : place % 10] ?? "th"}`;

export const english: HostNumbersWords = {
  title: "In numbers",
  hint: "Only photos that are shown count. New ones are added as they come.",
  loading: "Loading…",
  reading: (photos) => `Counting photos… (${photos})`,
  none: "No photos yet",
  noneHint: "Numbers and charts appear with the first photo that is shown.",
  report: "Open the report, to print and keep",
  asTable: "As a table",
  clockNote: "Times are by this device’s clock.",
  someone: "Guest",

  count: (count) => count.toLocaleString("en-GB"),
  percent: (share) => `${Math.round(share * 100)} %`,
  photos: "Photos",
  waiting: (pending, hidden) => `${pending} waiting, ${hidden} hidden besides`,
  smiles: "Smiles",
  smilesOf: (faces, share) => `${share} of ${many(faces, "face")}`,
  happiness: "Mean happiness",
  happinessHint: "of every face, 100 at most",
  guests: "Guests who sent photos",
  guestsOf: (guests, share) => `${share} of ${many(guests, "guest")}`,
  busiest: "Busiest time",
  most: "Most points",
  mostBy: (name, faces) => `${name}, ${many(faces, "face")}`,

  piece: (minutes) => {
    if (minutes < 60) return lasting(minutes, "minute");
    return minutes < 1_440 ? lasting(minutes / 60, "hour") : lasting(minutes / 1_440, "day");
  },
  photosTitle: (piece) => `Photos, every ${piece}`,
  photosTold: (from, piece, most, all) =>
    `Most came in the ${piece} from ${from}: ${most} of ${many(all, "photo")}.`,
  happinessTitle: "Happiness through the evening",
  happinessTold: (from, piece, best, faces, mean) =>
    `The happiest time was the ${piece} from ${from}: ${best} on average over ${many(faces, "face")}. The whole evening: ${mean}.`,
  emotionsTitle: "Emotions",
  emotionsTold: (first, mean, second, next) =>
    `The strongest is “${first}” with ${mean} on average${second === null ? "" : `, then “${second}” with ${next}`}.`,
  facesTitle: "Faces per photo",
  facesTold: (mean, commonest, photos) =>
    `${mean} faces a photo on average. Most common: ${commonest}, on ${many(photos, "photo")}.`,
  sharesTitle: "Photos per guest",
  sharesTold: (guests, all, share, mean) =>
    `${all === null ? many(guests, "guest") : `${guests} of ${many(all, "guest")} (${share})`} sent photos, ${mean} each on average.`,
  climbTitle: "The climb of the top ten",
  climbTold: (name, score, since) => `${name} is first with ${score}, and has been since ${since}.`,
  climbNote: "Names on the right stand at their places now.",
  climbKept: (name, score, since) => `${name} came first with ${score}, and led from ${since} to the end.`,
  climbKeptNote: "Names on the right stand at their last places.",

  time: "Time",
  faces: "Faces",
  noFaces: "no faces",
  emotion: "Emotion",
  emotions: myPhoto.emotions,
  mean: "Mean",
  facesOf: (count, isOpen) => (isOpen ? `${count} faces or more` : many(count, "face")),
  photosOf: (count, isOpen) => (isOpen ? `${count} photos or more` : many(count, "photo")),
  place: ordinal,
  beyond: "11th+",
  notYet: "not yet",
  points: (score) => `${score}pt`,

  happiestPhoto: "The photo with the most points",
  happiestGroup: "The happiest group",
  pictureOf: (name) => `Photo sent by ${name}`,
  noPicture: "The picture cannot be shown",
  groupTold: (faces, happiness) => `${happiness} on average over ${many(faces, "face")}`,
};
