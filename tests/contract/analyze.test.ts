import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openLocalRekognition } from "../../cli/analyze/local-rekognition.ts";
import { createAnalyser } from "../../local/aws/rekognition/analyser.ts";
import type { RekognitionSource } from "../../cli/analyze/rekognition-source.ts";
import { renderSample } from "../../local/samples/render-sample.ts";
import { clone } from "../fixtures/clone.ts";
import { realPhoto } from "../fixtures/real-photos.ts";
import { folderOf, runWith } from "./analyze-harness.ts";

let source: RekognitionSource;
beforeAll(async () => void (source = await openLocalRekognition(createAnalyser())));
afterAll(() => source.close());
const run = (cwd: string, ...args: readonly string[]) => runWith(source, cwd, ...args);

it("tells of every face what was read, the score and why, and what is not known here", async () => {
  const folder = folderOf({ "couple.jpg": await renderSample("couple") });
  const { code, out, err } = await run(folder, "couple.jpg", "--labels", "--all");
  expect([code, err]).toEqual([0, ""]);
  const [total = "", ...faces] = [...out.matchAll(/(\d+\.\d)pt/g)].map(([, points = ""]) => points);
  expect(out).toContain(`2 faces together give ${total}pt.`);
  const each = faces.slice(1).map(Number); // the first one is the sentence's
  expect(each).toHaveLength(2);
  expect(each.reduce((sum, one) => sum + one, 0)).toBeCloseTo(Number(total), 0);
  expect(out.match(/ {2}smile +yes \(\d+\.\d %\)/g)).toHaveLength(2);
  for (const unknown of ["eyeglasses", "sunglasses", "beard", "mustache", "covered"]) {
    expect(out.match(new RegExp(` {2}${unknown} +not known`, "g")), unknown).toHaveLength(2);
  }
  expect(out).toMatch(/ {2}Face +\d+\.\d % {2}kind of Head, Person {2}2× \(% \d+ \d+ \d+ \d+;/);
  expect(out).toContain("Unsafe content: not checked: not available locally");
});

it("speaks Rekognition's shapes in JSON, as sure and as many labels as asked for", async () => {
  const folder = folderOf({
    "couple.jpg": await renderSample("couple"),
    "cake.jpg": await renderSample("cake"),
  });
  const { code, out } = await run(
    folder,
    "couple.jpg",
    "cake.jpg",
    "--json",
    "--labels",
    "--max-labels",
    "1",
  );
  expect(code).toBe(1);
  const [couple, cake] = out.split("\n").map((line) => JSON.parse(line));
  expect(couple).toMatchObject({ photo: "couple.jpg", width: 1280, height: 960, moderation: null });
  expect(couple.faces).toHaveLength(2);
  expect(couple.faces[0]).toMatchObject({ Smile: { Value: true }, Landmarks: expect.any(Array) });
  expect(couple.faces[0]).not.toHaveProperty("Eyeglasses");
  expect(couple.labels).toHaveLength(1);
  expect(couple.score).toBeGreaterThan(150);
  expect(cake).toMatchObject({ photo: "cake.jpg", faces: [], score: 0 });
});

it("reads a folder, tells each in one line, and ends with the worst", async () => {
  const bride = await renderSample("bride");
  const folder = folderOf({
    "1.jpg": bride,
    "2.jpg": await renderSample("cake"),
    "3.jpg": bride.subarray(0, 9_000),
    "4.heic": Buffer.from("\0\0\0\x18ftypheic\0\0\0\0", "latin1"),
  });
  const { code, out } = await run(folder, ".", "--workers", "2");
  expect(code).toBe(3);
  expect(out).toMatch(/^1\.jpg +1 +9\d\.\dpt$/m);
  expect(out).toMatch(/^2\.jpg +0 +0\.0pt$/m);
  expect(out).toMatch(/^3\.jpg .*cannot be read: The picture is broken/m);
  expect(out).toMatch(/^4\.heic .*HEIC/m);
  expect(out).toContain("4 photos, 1 face,");
  expect((await run(folder, "1.jpg", "2.jpg", "--csv")).out).toMatch(
    /\r\n1\.jpg,960,1280,1,9\d\.?\d*,,,\r\n2\.jpg,/,
  );
});

it("a photo that is too large or lies on its side is read upright, and says what was done", async () => {
  const lying = await sharp(await renderSample("bride"))
    .rotate(-90)
    .resize(3840, 2880)
    .withMetadata({ orientation: 6 })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const jpeg = await sharp(lying).jpeg({ quality: 80 }).withMetadata({ orientation: 6 }).toBuffer();
  expect(lying.length).toBeGreaterThan(5_242_880);
  const folder = folderOf({
    "lying.jpg": jpeg,
    "upright.png": await sharp(jpeg).rotate().png({ compressionLevel: 0 }).toBuffer(),
  });
  const small = await run(folder, "lying.jpg", "--json");
  const large = await run(folder, "upright.png", "--json");
  const [a, b] = [JSON.parse(small.out), JSON.parse(large.out)];
  expect(a).toMatchObject({ width: 2880, height: 3840 });
  expect(b).toMatchObject({ width: 2880, height: 3840, scaled: { width: 2880, height: 3840 } });
  expect(a.faces[0].BoundingBox.Top).toBeCloseTo(b.faces[0].BoundingBox.Top, 1);
  expect(a.faces[0].BoundingBox.Left).toBeCloseTo(b.faces[0].BoundingBox.Left, 1);
  expect((await run(folder, "upright.png")).out).toContain(
    "too large to be sent (2880 × 3840), read in a smaller copy",
  );
});

it("writes a picture with a box around the face, of the photo's own size and upright", async () => {
  const bride = await renderSample("bride");
  const lying = await sharp(bride).rotate(-90).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const folder = folderOf({ "lying.jpg": lying });
  const { code } = await run(folder, "lying.jpg", "--annotate", "out/boxes.png", "--json");
  expect(code).toBe(0);
  const { data, info } = await sharp(join(folder, "out", "boxes.png"))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([960, 1280]);
  const face = JSON.parse((await run(folder, "lying.jpg", "--json")).out).faces[0].BoundingBox;
  const at = (x: number, y: number) => {
    const start = (Math.round(y * 1280) * 960 + Math.round(x * 960)) * info.channels;
    return [...data.subarray(start, start + 3)];
  };
  const amber = [0xff, 0xb0, 0x00];
  expect(at(face.Left, face.Top + face.Height / 2)).toEqual(amber);
  expect(at(face.Left + face.Width, face.Top + face.Height / 2)).toEqual(amber);
  expect(at(face.Left + face.Width / 2, face.Top + face.Height)).toEqual(amber);
  expect(at(face.Left + face.Width / 2, face.Top + face.Height / 2)).not.toEqual(amber);
});

it("never writes over a photo, and puts several into a page only", async () => {
  const bride = await renderSample("bride");
  const folder = folderOf({ "a.jpg": bride, "b.jpg": bride });
  expect(await run(folder, "a.jpg", "--annotate", "./a.jpg")).toMatchObject({ code: 2 });
  expect(readFileSync(join(folder, "a.jpg")).equals(bride)).toBe(true);
  expect(await run(folder, ".", "--annotate", "c.png")).toMatchObject({
    code: 2,
    err: expect.stringContaining("OUT.html"),
  });
  expect(readdirSync(folder)).toHaveLength(2);
  expect(await run(folder, ".", "--annotate", "c.html")).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, "c.html"), "utf8").match(/class="box face"/g)).toHaveLength(2);
});

it("is a command: its own folder, clean output, a number at the end", async () => {
  const folder = folderOf({ "a.jpg": await renderSample("bride") });
  const command = ["--disable-warning=ExperimentalWarning", "--import", "tsx", "cli/analyze.ts"];
  const start = (...args: readonly string[]) =>
    new Promise<{ code: unknown; out: string; err: string }>((done) => {
      const env = { ...process.env, INIT_CWD: folder };
      execFile(process.execPath, [...command, ...args], { cwd: clone, env }, (error, out, err) =>
        done({ code: error?.code ?? 0, out, err }),
      );
    });
  const [read, none] = await Promise.all([start("*.jpg", "--json"), start("b.jpg")]);
  expect(read).toMatchObject({ code: 0, err: "" });
  expect(JSON.parse(read.out)).toMatchObject({ photo: "a.jpg" });
  expect(none).toMatchObject({ code: 3, out: expect.stringContaining("There is no such file.") });
  expect(await start("--nonsense")).toMatchObject({ code: 2, out: "" });
});

it.skipIf(!existsSync(realPhoto("coffee-noface.png")))("real photographs: a smile, and a cup", async () => {
  const folder = folderOf({
    "smile.png": readFileSync(realPhoto("astronaut-collins.png")),
    "cup.png": readFileSync(realPhoto("coffee-noface.png")),
  });
  const smile = await run(folder, "smile.png");
  expect(smile).toMatchObject({ code: 0, out: expect.stringContaining("1 face, ") });
  const cup = await run(folder, "cup.png", "--labels", "--min-confidence", "80");
  expect(cup).toMatchObject({ code: 1, out: expect.stringMatching(/Cup +\d\d\.\d %/) });
});
