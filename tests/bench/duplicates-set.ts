import sharp from "sharp";
import { CAST, type CastName, play } from "../../local/samples/cast.ts";
import type { PlacedPerson } from "../../local/samples/person.ts";
import { drawSample } from "../../local/samples/render-sample.ts";
import { SAMPLES } from "../../local/samples/sample-list.ts";
import { landscape, type Sample, upright, words } from "../../local/samples/sample.ts";
import type { Dice } from "./duplicates-dice.ts";

/** A picture, and another one that is or is not meant to count as the same. */
export interface Pair {
  readonly how: string;
  readonly isSame: boolean;
  readonly other: () => Promise<Buffer>;
}

/** Samples and scenes that the dice put together: the same four backdrops again and again, as at a party. */
export function scenes(count: number, dice: Dice): readonly Sample[] {
  const drawn = Array.from({ length: count }, (_, index): Sample => {
    const size = dice.below(3) === 0 ? upright : landscape;
    const people = 1 + dice.below(5);
    const pitch = size.width / (people + 0.35);
    return {
      name: `scene-${index}`,
      description: words("", "", ""),
      mood: "mixed",
      ...size,
      backdrop: (["hall", "garden", "party", "goldScreen"] as const)[index % 4] ?? "hall",
      people: Array.from({ length: people }, (_person, place) => ({
        person: play(somebody(dice), dice.pick(["happy", "veryHappy", "neutral"] as const), dice.about(5)),
        x: pitch * (place + 0.675) + dice.about(20),
        y: size.height * 0.4 + dice.about(50),
        scale: Math.min(1.4, pitch / 440) * (1 + dice.about(0.15)),
      })),
    };
  });
  return [...SAMPLES, ...drawn];
}

/** What is done to any picture. */
export function pairsOf(picture: Buffer, dice: Dice): readonly Pair[] {
  const same = (how: string, other: () => Promise<Buffer>): Pair => ({ how, isSame: true, other });
  const image = () => sharp(picture);
  return [
    ...[70, 40, 20].map((quality) =>
      same(`recompressed at quality ${quality}`, () => image().jpeg({ quality }).toBuffer()),
    ),
    ...[640, 256].map((width) =>
      same(`resized to ${width} pixels`, () => image().resize({ width }).jpeg().toBuffer()),
    ),
    ...[0.02, 0.04, 0.06].map((share) =>
      same(`cropped by ${share * 100} %`, () => cropped(picture, share, dice)),
    ),
    ...[1.15, 0.85].map((brightness) =>
      same(`brightness × ${brightness}`, () => image().modulate({ brightness }).jpeg().toBuffer()),
    ),
    { how: "mirrored", isSame: false, other: () => image().flop().jpeg().toBuffer() },
  ];
}

/** What only drawn people can do. A burst is the same moment again: everybody moved by up to 1 or 2 % of the picture. */
export function redrawnPairsOf(sample: Sample, dice: Dice): readonly Pair[] {
  if (sample.people.length === 0 || sample.darkness !== undefined) return [];
  const again = (change: (placed: PlacedPerson) => PlacedPerson) => () =>
    drawSample({ ...sample, people: sample.people.map(change) });
  const moved = (share: number) =>
    again((placed) => ({
      person: { ...placed.person, tilt: (placed.person.tilt ?? 0) + dice.about(2) },
      x: placed.x + dice.about(share * sample.width),
      y: placed.y + dice.about(share * sample.height),
      scale: placed.scale,
    }));
  return [
    { how: "burst, moved by up to 1 %", isSame: true, other: moved(0.01) },
    { how: "burst, moved by up to 2 %", isSame: true, other: moved(0.02) },
    ...(sample.people.length > 1
      ? [
          {
            how: "one person fewer",
            isSame: false,
            other: () => drawSample({ ...sample, people: sample.people.slice(0, -1) }),
          },
        ]
      : []),
    {
      how: "other people in the same places",
      isSame: false,
      other: again((placed) => ({ ...placed, person: replaced(placed.person, dice) })),
    },
  ];
}

async function cropped(picture: Buffer, share: number, dice: Dice): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const [left, top] = [dice.below(Math.ceil(width * share)), dice.below(Math.ceil(height * share))];
  const size = { width: Math.round(width * (1 - share)), height: Math.round(height * (1 - share)) };
  return sharp(picture)
    .extract({ left, top, ...size })
    .jpeg()
    .toBuffer();
}

const isCastName = (name: string): name is CastName => name in CAST;
const names = Object.keys(CAST).filter(isCastName);
const somebody = (dice: Dice): CastName => dice.pick(names);

function replaced(person: PlacedPerson["person"], dice: Dice): PlacedPerson["person"] {
  const others = names.filter((name) => CAST[name].outfit !== person.outfit);
  return play(dice.pick(others), person.mood, dice.about(5));
}
