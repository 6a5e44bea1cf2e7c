import { expect, test } from "vitest";
import { scorePhoto } from "#domain/scoring";
import { languages } from "#domain/language";
import { annotatedPage } from "./annotated-page.ts";
import { columnsOf } from "./columns.ts";
import { csv } from "./csv.ts";
import { jsonLine } from "./json-line.ts";
import { exitCodeOf, type Outcome, type ReadPicture } from "./outcome.ts";
import { pictureText } from "./picture-text.ts";
import { ProgressBar } from "./progress-bar.ts";
import { summaryTable } from "./summary-table.ts";

const face = {
  box: { left: 0.25, top: 0.1, width: 0.5, height: 0.125 },
  confidence: 99,
  emotions: [{ type: "HAPPY", confidence: 97.5 }],
} as const;
const failure = { what: "It is broken.", next: "Mend it.", isLasting: true };

const read: ReadPicture = {
  kind: "read",
  name: 'a,"b"<i>.jpg',
  path: "/a.jpg",
  size: { width: 200, height: 100 },
  faces: [face],
  details: [{ Confidence: 99 }],
  scored: scorePhoto([face]),
  moderation: { kind: "answered", answer: [{ Name: "Alcohol", Confidence: 80, ParentName: "" }] },
  labels: {
    kind: "answered",
    answer: {
      read: [
        { name: "Cake", confidence: 91, instances: [{ box: face.box, confidence: 90 }], parents: ["Food"] },
      ],
      raw: [{ Name: "Cake" }],
    },
  },
};
const noFace: ReadPicture = { ...read, faces: [], details: [], scored: scorePhoto([]) };
const unreadable: Outcome = { kind: "unreadable", name: "b.gif", why: "This is a GIF." };
const failed: Outcome = { kind: "failed", name: "c.jpg", failure };
const unchecked: ReadPicture = { ...read, name: "d.jpg", moderation: { kind: "failed", failure } };

test("each outcome has its number", () => {
  expect([read, noFace, unreadable, failed, unchecked].map(exitCodeOf)).toEqual([0, 1, 3, 4, 4]);
});

test("a picture in words", () => {
  const text = pictureText(read, { language: "en", all: false });
  expect(text).toContain("1 face, 97.5pt\nOne face: its happiness gives 97.5pt.");
  expect(text).toContain("Cake  91.0 %  kind of Food  1× (% 25 10 50 13)");
  expect(text).toContain("Unsafe content\n  Alcohol  80.0 %");
  expect(pictureText({ ...read, moderation: { kind: "local" } }, { language: "en", all: false })).toContain(
    "not available locally",
  );
  expect(pictureText(unchecked, { language: "en", all: false })).toMatch(/Unsafe content: not checked$/);
});

test("a table holds one line for each, in columns also with Japanese names", () => {
  const japanese: Outcome = { ...read, name: "集合写真.jpg" };
  const [head, first, second, third] = summaryTable([japanese, noFace, unreadable], "ja").split("\n");
  const end = (line = "") => columnsOf(line.slice(0, line.indexOf("pt") + 2));
  expect(end(first)).toBe(end(second));
  expect(columnsOf((head ?? "").replace(/備考.*/, "").trimEnd())).toBe(end(first));
  expect(third).toContain("This is a GIF.");
  const sum = summaryTable([read, noFace, unreadable], "en").split("\n").at(-1);
  expect(sum).toBe("3 photos, 1 face, 97.5pt together, 1 without a face, 1 not read");
});

test("the sum says once what nobody could check here", () => {
  const local: Outcome = { ...read, moderation: { kind: "local" } };
  expect(summaryTable([local, local], "en").match(/not available locally/g)).toHaveLength(1);
});

test("names cannot move the cursor", () => {
  expect(pictureText({ ...unreadable, name: "a\u001b[2Jb" }, { language: "en", all: false })).not.toContain(
    "\u001b",
  );
});

test("CSV quotes what needs it, and leaves empty what is not known", () => {
  expect(csv([read, { ...unchecked, labels: { kind: "local" } }, unreadable]).split("\r\n")).toEqual([
    "photo,width,height,faces,score,labels,moderation,problem",
    '"a,""b""<i>.jpg",200,100,1,97.5,Cake,Alcohol,',
    "d.jpg,200,100,1,97.5,,,It is broken.",
    "b.gif,,,,,,,This is a GIF.",
  ]);
});

test("JSON has Rekognition's shapes, and null for what was asked and not told", () => {
  expect(JSON.parse(jsonLine(read, "en"))).toMatchObject({
    faces: [{ Confidence: 99 }],
    labels: [{ Name: "Cake" }],
    moderation: [{ Name: "Alcohol" }],
    score: 97.5,
    points: [{ points: 97.5 }],
  });
  expect(JSON.parse(jsonLine({ ...read, moderation: { kind: "local" } }, "en"))).toMatchObject({
    moderation: null,
    notChecked: { moderation: "not available locally" },
  });
  const { labels: _labels, moderation: _moderation, ...plain } = read;
  expect(Object.keys(JSON.parse(jsonLine(plain, "en")))).not.toContain("labels");
  expect(JSON.parse(jsonLine(failed, "en"))).toEqual({
    photo: "c.jpg",
    problem: { kind: "service", what: "It is broken.", next: "Mend it." },
  });
  expect(jsonLine(read, "en")).not.toContain("\n");
});

test.each(languages)("the page in %s stands alone: names are text, boxes are percentages", (language) => {
  const page = annotatedPage(
    [{ picture: read, view: { jpeg: Buffer.from("x"), width: 2, height: 1 } }],
    language,
  );
  expect(page).not.toContain("<i>");
  expect(page).toContain("a,&quot;b&quot;&lt;i&gt;.jpg");
  expect(page).toContain("left:25.00%;top:10.00%;width:50.00%;height:12.50%");
  expect(page).not.toMatch(/https?:|<script/);
  expect(page).toContain(`data:image/jpeg;base64,${Buffer.from("x").toString("base64")}`);
});

test("the bar is drawn where somebody watches and several photos are read, and wiped at the end", () => {
  const drawn: string[] = [];
  let now = 0;
  const bar = new ProgressBar(
    4,
    (text) => void drawn.push(text),
    () => now,
  );
  now = 500;
  bar.step("a.jpg");
  expect(drawn.at(-1)).toContain("██████░░░░░░░░░░░░░░░░░░ 1/4  2.0/s  a.jpg");
  bar.end();
  expect(drawn.at(-1)).toBe("\r\u001b[K");
  const alone = new ProgressBar(
    1,
    (text) => void drawn.push(text),
    () => now,
  );
  const before = drawn.length;
  alone.step("a.jpg");
  alone.end();
  expect(drawn.length).toBe(before);
});
