import type { Bitmap, RgbaBitmap } from "./bitmap.ts";

/** A copy whose longer side has at most `longestSide` pixels; never larger than the original. */
export function shrink(bitmap: Bitmap, longestSide: number): RgbaBitmap {
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  return shrinkTo(bitmap, width, Math.max(1, Math.round(bitmap.height * scale)));
}

/**
 * A copy of that size, by averaging all pixels that fall into one: no shimmering edges, one pass, no memory beyond the
 * result. Always opaque RGBA, as encoders want it.
 */
export function shrinkTo(bitmap: Bitmap, width: number, height: number): RgbaBitmap {
  const pixels = new Uint8Array(width * height * 4).fill(255);
  const columns = spans(bitmap.width, width);
  const sums = new Float64Array(width * 3);
  for (const [row, [top, bottom]] of spans(bitmap.height, height).entries()) {
    sums.fill(0);
    for (let y = top; y < bottom; y += 1) addLine(bitmap, y, columns, sums);
    for (const [column, [left, right]] of columns.entries()) {
      const count = (right - left) * (bottom - top);
      const at = (row * width + column) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        pixels[at + channel] = Math.round((sums[column * 3 + channel] ?? 0) / count);
      }
    }
  }
  return { width, height, channels: 4, pixels };
}

type Span = readonly [from: number, to: number];

/** Which source lines make up each target line: at least one, together all of them. */
function spans(source: number, target: number): readonly Span[] {
  return Array.from({ length: target }, (_, index): Span => {
    const from = Math.floor((index * source) / target);
    return [from, Math.max(from + 1, Math.floor(((index + 1) * source) / target))];
  });
}

/** Transparent parts are laid on white, as browsers show them on a page. */
function addLine(bitmap: Bitmap, y: number, columns: readonly Span[], sums: Float64Array): void {
  const { pixels, channels } = bitmap;
  let at = y * bitmap.width * channels;
  for (let column = 0; column < columns.length; column += 1) {
    const [left, right] = columns[column] ?? [0, 0];
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let x = left; x < right; x += 1) {
      const opacity = channels === 4 ? (pixels[at + 3] ?? 0) / 255 : 1;
      const white = 255 * (1 - opacity);
      red += (pixels[at] ?? 0) * opacity + white;
      green += (pixels[at + 1] ?? 0) * opacity + white;
      blue += (pixels[at + 2] ?? 0) * opacity + white;
      at += channels;
    }
    sums[column * 3] = (sums[column * 3] ?? 0) + red;
    sums[column * 3 + 1] = (sums[column * 3 + 1] ?? 0) + green;
    sums[column * 3 + 2] = (sums[column * 3 + 2] ?? 0) + blue;
  }
}
