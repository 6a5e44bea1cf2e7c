/** Test pictures whose blocks are flat: every kind of JPEG that no library at hand writes. */
export interface FlatJpeg {
  readonly width: number;
  readonly height: number;
  readonly components: readonly FlatComponent[];
  /** Units between restart markers. */
  readonly restartInterval?: number;
  readonly adobeTransform?: number;
  /** One scan per colour instead of one for all. */
  readonly isApart?: boolean;
  readonly isProgressive?: boolean;
  readonly precision?: number;
}

export interface FlatComponent {
  readonly id: number;
  readonly across: number;
  readonly down: number;
  /** 0..255 for the block in that column and line. */
  readonly valueAt: (column: number, line: number) => number;
}

export function flatJpeg(picture: FlatJpeg): Buffer {
  const { components, restartInterval, adobeTransform, isApart = false } = picture;
  const scans = isApart ? components.map((component) => [component]) : [components];
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    ...(adobeTransform === undefined ? [] : [adobe(adobeTransform)]),
    segment(0xdb, [0, ...Array.from({ length: 64 }, () => 8)]),
    // Sizes 0..11 with four bits each, and the end of a block with one.
    segment(0xc4, [0x00, 0, 0, 0, 12, ...zeros(12), ...Array.from({ length: 12 }, (_, size) => size)]),
    segment(0xc4, [0x10, 1, ...zeros(15), 0]),
    ...(restartInterval === undefined ? [] : [segment(0xdd, [0, restartInterval])]),
    frame(picture),
    ...scans.flatMap((chosen) => [startOfScan(chosen, picture), scan(chosen, picture)]),
    Buffer.of(0xff, 0xd9),
  ]);
}

const zeros = (length: number): readonly number[] => Array.from({ length }, () => 0);

function segment(marker: number, body: readonly number[]): Buffer {
  return Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]);
}

const adobe = (transform: number): Buffer =>
  segment(0xee, [...Buffer.from("Adobe"), 0, 100, 0, 0, 0, 0, transform]);

function frame({ width, height, components, isProgressive, precision = 8 }: FlatJpeg): Buffer {
  return segment(isProgressive ? 0xc2 : 0xc0, [
    precision,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    components.length,
    ...components.flatMap(({ id, across, down }) => [id, (across << 4) | down, 0]),
  ]);
}

function startOfScan(chosen: readonly FlatComponent[], { isProgressive }: FlatJpeg): Buffer {
  const last = isProgressive ? 0 : 63;
  return segment(0xda, [chosen.length, ...chosen.flatMap(({ id }) => [id, 0]), 0, last, 0]);
}

function scan(chosen: readonly FlatComponent[], picture: FlatJpeg): Buffer {
  const units = unitsOf(chosen, picture);
  const each = picture.restartInterval ?? units.length;
  const stretches: Buffer[] = [];
  for (let from = 0; from < units.length; from += each) {
    if (from > 0) stretches.push(Buffer.of(0xff, 0xd0 + ((from / each - 1) % 8)));
    stretches.push(stretch(units.slice(from, from + each).flat(), picture.isProgressive ?? false));
  }
  return Buffer.concat(stretches);
}

interface Block {
  readonly component: FlatComponent;
  readonly column: number;
  readonly line: number;
}

function unitsOf(chosen: readonly FlatComponent[], picture: FlatJpeg): readonly (readonly Block[])[] {
  const mostAcross = Math.max(...picture.components.map(({ across }) => across));
  const mostDown = Math.max(...picture.components.map(({ down }) => down));
  const [only] = chosen;
  const isAlone = chosen.length === 1 && only !== undefined;
  const share = isAlone ? { across: only.across, down: only.down } : { across: 1, down: 1 };
  const wide = Math.ceil((picture.width * share.across) / (8 * mostAcross));
  const high = Math.ceil((picture.height * share.down) / (8 * mostDown));
  return Array.from({ length: wide * high }, (_, unit) => {
    const [column, line] = [unit % wide, Math.floor(unit / wide)];
    if (isAlone) return [{ component: only, column, line }];
    return chosen.flatMap((component) =>
      Array.from({ length: component.across * component.down }, (_block, index) => ({
        component,
        column: column * component.across + (index % component.across),
        line: line * component.down + Math.floor(index / component.across),
      })),
    );
  });
}

/** The bits between two markers: each block's difference to the one before of its colour. */
function stretch(blocks: readonly Block[], isProgressive: boolean): Buffer {
  const before = new Map<FlatComponent, number>();
  let bits = "";
  for (const { component, column, line } of blocks) {
    const value = component.valueAt(column, line) - 128;
    const difference = value - (before.get(component) ?? 0);
    before.set(component, value);
    const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
    const code = difference < 0 ? difference + (1 << size) - 1 : difference;
    bits += size.toString(2).padStart(4, "0") + (size === 0 ? "" : code.toString(2).padStart(size, "0"));
    if (!isProgressive) bits += "0";
  }
  const bytes = bits.match(/.{1,8}/g)?.map((byte) => Number.parseInt(byte.padEnd(8, "1"), 2)) ?? [];
  return Buffer.from(bytes.flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte])));
}
