import type { Box } from "#domain/face";
import type { Language } from "#domain/language";
import { points } from "#domain/scoring";
import { explain } from "#domain/words/explanation";
import { annotatedPageStyle } from "./annotated-page-style.ts";
import { faceLines } from "./face-lines.ts";
import { type ReadPicture, thingsBesideFaces, thingsOf } from "./outcome.ts";
import type { ReportWords } from "./report-words.ts";
import { reportWords } from "./words.ts";

/** A picture as a page shows it: upright, small. */
export interface View {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
}

/** One page that needs nothing else: pictures inside, boxes as percentages. */
export function annotatedPage(
  shown: readonly { readonly picture: ReadPicture; readonly view: View }[],
  language: Language,
): string {
  const words = reportWords[language];
  const hasThings = shown.some(({ picture }) => thingsOf(picture).length > 0);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>Egao</title>
<style>${annotatedPageStyle}</style>
</head>
<body>
${hasThings ? `<label class="switch"><input type="checkbox" id="things" checked> ${escaped(words.labels)}</label>` : ""}
${shown.map(({ picture, view }) => section(picture, view, language, words)).join("\n")}
</body>
</html>
`;
}

function section(picture: ReadPicture, view: View, language: Language, words: ReportWords): string {
  const { faces, scored, details, name } = picture;
  const { lead, notes, faces: sentences } = explain(scored, {}, language);
  const things = thingsBesideFaces(picture).flatMap(({ name: thing, instances }) =>
    instances.map(({ box }) => boxed(box, "thing", thing)),
  );
  const heads = faces.map(({ box }, index) =>
    boxed(box, scored.faces[index]?.dropped ? "face dropped" : "face", `${index + 1}`),
  );
  const cards = details.map((detail, index) => {
    const lines = faceLines(detail, words, false).map(
      ([what, read]) => `<dt>${escaped(what)}</dt><dd>${escaped(read)}</dd>`,
    );
    return `<li><h3>${escaped(sentences[index] ?? "")}</h3><dl>${lines.join("")}</dl></li>`;
  });
  return `<section>
<figure><img alt="${escaped(name)}" width="${view.width}" height="${view.height}" src="data:image/jpeg;base64,${view.jpeg.toString("base64")}">${things.join("")}${heads.join("")}</figure>
<div class="reading"><h2>${escaped(name)}</h2>
<p class="score">${escaped(points(scored.score))} <small>${escaped(words.faces(faces.length))}</small></p>
<p>${escaped([lead, ...notes].join(" "))}</p>
<ol>${cards.join("")}</ol>
${labelList(picture, words)}${moderationLine(picture, words)}</div>
</section>`;
}

function boxed({ left, top, width, height }: Box, kind: string, text: string): string {
  const percent = (ratio: number): string => `${(ratio * 100).toFixed(2)}%`;
  const place = `left:${percent(left)};top:${percent(top)};width:${percent(width)};height:${percent(height)}`;
  return `<span class="box ${kind}" style="${place}"><b>${escaped(text)}</b></span>`;
}

function labelList(picture: ReadPicture, words: ReportWords): string {
  const things = thingsOf(picture);
  if (things.length === 0) return "";
  const items = things.map(({ name, confidence, parents }) => {
    const kind =
      parents.length === 0 ? "" : ` <small>${escaped(`${words.isA} ${parents.join(", ")}`)}</small>`;
    return `<li>${escaped(name)} ${confidence.toFixed(1)} %${kind}</li>`;
  });
  return `<h3>${escaped(words.labels)}</h3><ul>${items.join("")}</ul>`;
}

function moderationLine({ moderation }: ReadPicture, words: ReportWords): string {
  if (moderation === undefined) return "";
  const found = moderation.kind === "answered" ? moderation.answer : [];
  const told = {
    answered: found.length === 0 ? words.nothing : found.map(({ Name = "" }) => Name).join(", "),
    local: words.notAvailableLocally,
    failed: words.notChecked,
  }[moderation.kind];
  return `<p>${escaped(words.moderation)}: ${escaped(told)}</p>`;
}

/** Names of files and labels come from elsewhere. */
function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = {
    "&": "amp",
    "<": "lt",
    ">": "gt",
    '"': "quot",
    "'": "#39",
  };
  return text.replaceAll(/[&<>"']/g, (sign) => `&${names[sign]};`);
}
