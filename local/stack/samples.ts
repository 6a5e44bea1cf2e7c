import { listSamples } from "../samples/list-samples.ts";
import { renderSample } from "../samples/render-sample.ts";

const picturePath = /^\/local\/samples\/([a-z0-9-]+)\.jpg$/i;

/** The drawn samples for the chat: `{name, url, description, people, mood}`. */
export function sampleList(): unknown {
  return listSamples().map((sample) => ({ ...sample, url: `/local/samples/${sample.name}.jpg` }));
}

/** Draws each sample once. */
export function drawnPictures(): (path: string) => Promise<Buffer | undefined> {
  const drawn = new Map<string, Promise<Buffer>>();
  return async (path) => {
    const name = picturePath.exec(path)?.[1];
    if (name === undefined || !listSamples().some((sample) => sample.name === name)) return undefined;
    const picture = drawn.get(name) ?? renderSample(name);
    drawn.set(name, picture);
    return picture;
  };
}
