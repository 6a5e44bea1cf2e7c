import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import react from "@vitejs/plugin-react";
import sharp from "sharp";
import { build, type Plugin } from "vite";
import { listSamples } from "../../../local/samples/list-samples.ts";
import { renderSample } from "../../../local/samples/render-sample.ts";
import { clone } from "../../fixtures/clone.ts";

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".jpg": "image/jpeg",
};
const PIXELS = { display: 1_024, thumbnail: 320 };

export interface ServedBoard {
  readonly url: string;
  readonly close: () => void;
}

/** The board as it is built for the public, and as many pictures as it asks for. `plugins`: what is built differently. */
export async function serveBoard(plugins: readonly Plugin[] = []): Promise<ServedBoard> {
  const [files, pictures] = await Promise.all([builtFiles(plugins), samplePictures()]);
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const [, image, copy] = /^\/pictures\/p\/(\d+)-(display|thumbnail)\.jpg$/.exec(path) ?? [];
    const body =
      copy === "display" || copy === "thumbnail"
        ? pictures[copy][Number(image) % pictures[copy].length]
        : files.get(path.slice(1));
    response.setHeader("Content-Type", types[extname(path)] ?? "text/html");
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  // A server that listens at a port has such an address.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

async function builtFiles(plugins: readonly Plugin[]): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    root: clone,
    plugins: [react(), ...plugins],
    worker: { format: "es" },
    build: {
      write: false,
      target: "es2023",
      assetsInlineLimit: 2_048,
      rolldownOptions: { input: join(clone, "tests/bench/board-frames/page.ts") },
    },
  });
  const output = [built].flat().flatMap((each) => ("output" in each ? each.output : []));
  const files = new Map<string, string | Uint8Array>(
    output.map((file) => [file.fileName, file.type === "chunk" ? file.code : file.source]),
  );
  const script = output.find((file) => file.type === "chunk" && file.isEntry)?.fileName ?? "";
  const styles = output.filter(({ fileName }) => fileName.endsWith(".css"));
  const links = styles.map(({ fileName }) => `<link rel="stylesheet" href="/${fileName}">`).join("");
  const body = `<div id="root"></div><script type="module" src="/${script}"></script>`;
  return files.set("", `<!doctype html><meta charset="utf-8">${links}${body}`);
}

async function samplePictures() {
  const names = listSamples()
    .slice(0, 24)
    .map(({ name }) => name);
  const copies = (pixels: number) =>
    Promise.all(
      names.map(async (name) => {
        const sample = sharp(await renderSample(name));
        return sample.resize(pixels, pixels, { fit: "inside" }).jpeg().toBuffer();
      }),
    );
  const [display, thumbnail] = await Promise.all([copies(PIXELS.display), copies(PIXELS.thumbnail)]);
  return { display, thumbnail };
}
