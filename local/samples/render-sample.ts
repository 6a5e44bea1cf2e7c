import sharp from "sharp";
import { drawBackdrop } from "./backdrop.ts";
import { drawFigure } from "./figure.ts";
import { SAMPLES } from "./sample-list.ts";
import type { Sample } from "./sample.ts";

const rendered = new Map<string, Promise<Buffer>>();

/** The sample as a JPEG, drawn at the first call. Rejects for an unknown name. */
export async function renderSample(name: string): Promise<Buffer> {
  const sample = SAMPLES.find((candidate) => candidate.name === name);
  if (!sample) throw new Error(`no sample is called ${name}`);
  const known = rendered.get(name) ?? drawSample(sample);
  rendered.set(name, known);
  return known;
}

/** The backdrop is drawn small and enlarged: soft like a lens's, and far quicker than a blur filter. */
const BACKDROP_SHRINK = 4;

/** A sample of the caller's own as a JPEG. */
export async function drawSample(sample: Sample): Promise<Buffer> {
  const { width, height } = sample;
  const small = svg(sample, drawBackdrop(sample.backdrop, width, height), BACKDROP_SHRINK);
  return sharp(Buffer.from(small))
    .resize(width, height, { kernel: "cubic" })
    .flatten({ background: "#ffffff" })
    .composite([{ input: Buffer.from(svg(sample, drawScene(sample), 1)) }])
    .jpeg({ quality: 86 })
    .toBuffer();
}

function svg({ width, height }: Sample, content: string, shrink: number): string {
  const size = `width="${width / shrink}" height="${height / shrink}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${content}</svg>`;
}

function drawScene({ width, height, people, foreground, darkness }: Sample): string {
  // Who stands lower in the picture stands in front.
  const figures = people
    .toSorted((a, b) => a.y - b.y)
    .map((placed, index) => drawFigure(`p${index}`, placed))
    .join("");
  const night = darkness ? `<rect width="100%" height="100%" fill="#020108" opacity="${darkness}"/>` : "";
  return figures + (foreground?.(width, height) ?? "") + vignette() + night;
}

const vignette = (): string =>
  `<radialGradient id="edge" cx=".5" cy=".5" r=".75"><stop offset=".6" stop-opacity="0"/><stop offset="1" stop-opacity=".3"/></radialGradient>` +
  `<rect width="100%" height="100%" fill="url(#edge)"/>`;
