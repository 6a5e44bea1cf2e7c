import type { Language } from "#domain/language";
import { points } from "#domain/scoring";
import { hostNumbersWords } from "#domain/words/host-numbers";
import { minutesOf, toldTime } from "./told-time.ts";
import type { Evening } from "./use-evening.ts";

interface Tile {
  readonly name: string;
  readonly value: string;
  readonly told: string;
}

/** What one wants to know first. */
export function StatTiles({ evening, language }: { readonly evening: Evening; readonly language: Language }) {
  return (
    <dl className="tiles">
      {tilesOf(evening, language).map(({ name, value, told }) => (
        <div className="tile" key={name}>
          <dt>{name}</dt>
          <dd className="tile__value">{value}</dd>
          <dd className="tile__told">{told}</dd>
        </div>
      ))}
    </dl>
  );
}

function tilesOf({ numbers, guests, nameOf }: Evening, language: Language): readonly Tile[] {
  const words = hostNumbersWords[language];
  const { photos, pending, hidden, faces, smiles, happiness, happiestPhoto, time, busiest } = numbers;
  const all = Math.max(guests ?? 0, numbers.guests);
  const tiles: Tile[] = [
    { name: words.photos, value: words.count(photos), told: words.waiting(pending, hidden) },
    {
      name: words.smiles,
      value: words.count(smiles),
      told: faces === 0 ? words.noFaces : words.smilesOf(faces, words.percent(smiles / faces)),
    },
    {
      name: words.happiness,
      value: happiness === null ? "–" : happiness.toFixed(1),
      told: words.happinessHint,
    },
    {
      name: words.guests,
      value: words.count(numbers.guests),
      told: guests === null ? words.loading : words.guestsOf(all, words.percent(numbers.guests / all)),
    },
  ];
  if (time !== null && busiest !== null)
    tiles.push({
      name: words.busiest,
      value: toldTime(time, language)(busiest.beginsAt),
      told: `${words.photosOf(busiest.photos, false)} / ${words.piece(minutesOf(time))}`,
    });
  if (happiestPhoto !== null) {
    const name = nameOf(happiestPhoto).trim();
    tiles.push({
      name: words.most,
      value: points(happiestPhoto.score),
      told: words.mostBy(name === "" ? words.someone : name, happiestPhoto.faceCount),
    });
  }
  return tiles;
}
