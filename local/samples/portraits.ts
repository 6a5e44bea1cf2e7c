import { play } from "./cast.ts";
import type { CastName } from "./cast.ts";
import { confetti } from "./foreground.ts";
import type { MoodName, PlacedPerson } from "./person.ts";
import { landscape, upright, words } from "./sample.ts";
import type { Sample } from "./sample.ts";

const alone = (name: CastName, mood: MoodName, tilt = 0): PlacedPerson[] => [
  { person: play(name, mood, tilt), x: 640, y: 400, scale: 1.35 },
];

/** One person each, in all moods. */
export const PORTRAITS: readonly Sample[] = [
  {
    name: "bride",
    description: words("花嫁の満面の笑み", "The bride, beaming", "笑容滿面的新娘"),
    mood: "veryHappy",
    ...upright,
    backdrop: "garden",
    foreground: confetti,
    people: [{ person: play("sakura", "veryHappy", -4), x: 480, y: 560, scale: 1.45 }],
  },
  {
    name: "furisode",
    description: words("振袖で大喜び", "Delighted in her furisode", "身穿振袖開懷大笑"),
    mood: "veryHappy",
    ...landscape,
    backdrop: "goldScreen",
    people: alone("aoi", "veryHappy", 5),
  },
  {
    name: "hakama",
    description: words("袴姿の笑顔", "Smiling in his hakama", "身穿袴的微笑"),
    mood: "happy",
    ...landscape,
    backdrop: "goldScreen",
    people: alone("ren", "happy", -3),
  },
  {
    name: "guest-smile",
    description: words("ゲストの笑顔", "A guest smiles", "賓客的微笑"),
    mood: "happy",
    ...landscape,
    backdrop: "hall",
    people: alone("emma", "happy", 4),
    foreground: confetti,
  },
  {
    name: "dance-floor",
    description: words("二次会で大はしゃぎ", "All out on the dance floor", "續攤舞池裡玩得盡興"),
    mood: "veryHappy",
    ...landscape,
    backdrop: "party",
    people: alone("carlos", "veryHappy", 7),
    foreground: confetti,
  },
  {
    name: "groom",
    description: words("緊張で真顔の新郎", "The groom keeps a straight face", "緊張得面無表情的新郎"),
    mood: "neutral",
    ...upright,
    backdrop: "hall",
    people: [{ person: play("daichi", "neutral"), x: 480, y: 560, scale: 1.5 }],
  },
  {
    name: "calm-guest",
    description: words("落ち着いた表情", "A calm moment", "神情平靜的賓客"),
    mood: "neutral",
    ...landscape,
    backdrop: "garden",
    people: alone("mei", "neutral", -3),
  },
  {
    name: "happy-tears",
    description: words("手紙で涙", "Moved to tears by the letter", "聽信時感動落淚"),
    mood: "sad",
    ...landscape,
    backdrop: "hall",
    people: alone("yui", "sad", 3),
  },
  {
    name: "father",
    description: words("お父さんは不機嫌", "Father is not amused", "爸爸不太高興"),
    mood: "angry",
    ...landscape,
    backdrop: "hall",
    people: alone("hiroshi", "angry"),
  },
  {
    name: "surprise",
    description: words("サプライズにびっくり", "Caught by the surprise", "被驚喜嚇了一跳"),
    mood: "surprised",
    ...landscape,
    backdrop: "party",
    people: alone("amara", "surprised", -4),
  },
];
