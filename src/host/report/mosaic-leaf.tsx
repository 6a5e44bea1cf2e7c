import type { NumbersPhoto } from "#domain/numbers-photo";
import { KeepsakePicture } from "./keepsake-picture.tsx";
import type { Told } from "./told.ts";

/** So many pictures as one leaf holds. */
interface Leaf {
  readonly photos: readonly NumbersPhoto[];
  readonly columns: number;
}

interface Props {
  readonly leaf: Leaf;
  /** How many photos there are altogether. */
  readonly all: number;
  readonly isFirst: boolean;
  readonly told: Told;
}

/** A leaf's width and height for pictures, mm. */
const WIDTH = 186;
const HEIGHT = 250;

/** Every picture of the evening, small, in the order in which they were sent. */
export function MosaicLeaf({ leaf: { photos, columns }, all, isFirst, told: { words } }: Props) {
  return (
    <section className="leaf" aria-label={isFirst ? undefined : words.everybody(all)}>
      {isFirst && <h2 className="keepsake__heading">{words.everybody(all)}</h2>}
      <div className="mosaic" style={{ "--columns": columns }}>
        {photos.map((photo) => (
          <KeepsakePicture
            key={photo.photoId}
            photo={photo}
            copy={columns < 5 ? "display" : "thumbnail"}
            alt=""
          />
        ))}
      </div>
    </section>
  );
}

/** Few pictures stand large, many small. */
export function mosaicLeaves(photos: readonly NumbersPhoto[]): readonly Leaf[] {
  const columns = columnsFor(photos.length);
  const rows = Math.floor((HEIGHT / WIDTH) * columns);
  const most = rows * columns;
  return Array.from({ length: Math.ceil(photos.length / most) }, (_, index) => ({
    photos: photos.slice(index * most, (index + 1) * most),
    columns,
  }));
}

function columnsFor(photos: number): number {
  if (photos <= 12) return 3;
  if (photos <= 40) return 5;
  if (photos <= 220) return 7;
  return photos <= 1_000 ? 10 : 14;
}
