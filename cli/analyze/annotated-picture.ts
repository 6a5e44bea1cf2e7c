import { readFile } from "node:fs/promises";
import sharp from "sharp";
import type { Box } from "#domain/face";
import { type ReadPicture, thingsBesideFaces } from "./outcome.ts";
import { LETTER_HEIGHT, tinyLetters, widthInDots } from "./tiny-letters.ts";
import { upright } from "./upright.ts";

const FACE = "#ffb000";
const DROPPED = "#9aa0a6";
const LABEL = "#3ec7ff";

/** The whole picture upright, with a box and the points on each face and a box on each thing; PNG or JPEG by `path`. */
export async function annotatedPicture(picture: ReadPicture, path: string): Promise<Buffer> {
  const { data, info } = await upright(await readFile(picture.path), { failOn: "none" })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const drawn = sharp(data, { raw: { width, height, channels } }).composite([
    { input: Buffer.from(overlay(picture, width, height)) },
  ]);
  return /\.png$/i.test(path) ? drawn.png().toBuffer() : drawn.jpeg({ quality: 90 }).toBuffer();
}

function overlay(picture: ReadPicture, width: number, height: number): string {
  const { faces, scored } = picture;
  const dot = Math.max(2, Math.round(Math.max(width, height) / 500));
  const paper = { width, height, dot };
  const marks = [
    ...thingsBesideFaces(picture).flatMap(({ name, instances }) =>
      instances.map(({ box }) => mark(paper, box, name, LABEL)),
    ),
    ...faces.map(({ box }, index) => {
      const { points = 0, dropped } = scored.faces[index] ?? {};
      return mark(paper, box, `${index + 1} ${points.toFixed(1)}`, dropped ? DROPPED : FACE);
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${marks.join("")}</svg>`;
}

interface Paper {
  readonly width: number;
  readonly height: number;
  /** Of a letter, in pixels. */
  readonly dot: number;
}

function mark({ width, height, dot }: Paper, box: Box, text: string, colour: string): string {
  const [x, y] = [box.left * width, box.top * height];
  const chipWidth = (widthInDots(text) + 2) * dot;
  const chipHeight = (LETTER_HEIGHT + 2) * dot;
  // Above the box, or inside of it where nothing is above; never beyond the right edge.
  const chipTop = y >= chipHeight ? y - chipHeight : y;
  const chipLeft = Math.max(0, Math.min(x, width - chipWidth));
  return (
    `<rect x="${x}" y="${y}" width="${box.width * width}" height="${box.height * height}" fill="none" stroke="${colour}" stroke-width="${dot}"/>` +
    `<rect x="${chipLeft}" y="${chipTop}" width="${chipWidth}" height="${chipHeight}" fill="${colour}"/>` +
    `<path d="${tinyLetters(text, chipLeft + dot, chipTop + dot, dot)}" fill="#111"/>`
  );
}
