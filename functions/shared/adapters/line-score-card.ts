import type { messagingApi } from "@line/bot-sdk";
import { points } from "#domain/scoring";
import { botWords } from "#domain/words/bot";
import type { BotWords } from "#domain/words/bot-words";
import type { Answer, ScoreCard, ScoreFacts } from "../ports/guest-messenger.ts";
import { type Addresses, displayCopy, photoPage } from "./line-addresses.ts";
import { card, column, flex, linkButton, note, pencil, plum, row, text } from "./line-flex.ts";

/** The answer to a photo that is shown: picture, points, faces, missions, place. */
export function scoreCard(answer: ScoreCard, addresses: Addresses): messagingApi.FlexMessage {
  const words = botWords[answer.language];
  const page = photoPage(addresses, answer.photoId);
  const place = answer.place === undefined ? [] : [words.place(answer.place)];
  return flex(
    [headline(answer, words), ...place, ...missionLines(answer, words)].join(" ・ "),
    card({
      hero: {
        type: "image",
        url: displayCopy(addresses, answer.image),
        size: "full",
        aspectRatio: aspectRatio(answer.width, answer.height),
        aspectMode: "cover",
        action: { type: "uri", label: words.openMyPage, uri: page },
      },
      body: column([...resultRows(answer, words), ...placeRows(answer, words), ...hintRows(answer, words)], {
        spacing: "md",
        paddingAll: "20px",
      }),
      footer: column([linkButton(words.openMyPage, page)], { paddingAll: "16px", paddingTop: "0px" }),
    }),
  );
}

/** The answer to a photo that waits for a host: no picture may be seen yet. */
export function waitingCard(
  answer: Extract<Answer, { kind: "waiting" }>,
  addresses: Addresses,
): messagingApi.FlexMessage {
  const words = botWords[answer.language];
  return flex(
    [headline(answer, words), words.waiting, ...missionLines(answer, words)].join(" ・ "),
    card({
      body: column(
        [
          ...resultRows(answer, words),
          text(words.waiting, { weight: "bold", size: "sm" }),
          text(words.waitingNote, { size: "sm", color: pencil, wrap: true }),
        ],
        { spacing: "md", paddingAll: "20px" },
      ),
      footer: column([linkButton(words.openMyPage, photoPage(addresses, answer.photoId))], {
        paddingAll: "16px",
        paddingTop: "0px",
      }),
    }),
  );
}

/** C5: shown for its missions alone; it has no points to speak of. */
export const isFaceless = ({ faces, missions }: ScoreFacts): boolean => faces === 0 && missions.length > 0;

export const headline = (answer: ScoreFacts, words: BotWords): string =>
  isFaceless(answer) ? words.missionHeadline : `${words.happiness} ${points(answer.score)}`;

export const missionLines = ({ missions }: ScoreFacts, words: BotWords): string[] =>
  missions.map((title) => words.missionMet(title));

function resultRows(answer: ScoreFacts, words: BotWords): messagingApi.FlexComponent[] {
  if (isFaceless(answer)) {
    return [
      text(words.missionHeadline, { size: "xl", weight: "bold", color: plum, wrap: true }),
      missionBox(answer, words),
    ];
  }
  const { score, faces, counted } = answer;
  return [
    text(words.praise(score / Math.max(1, counted)), { size: "sm", weight: "bold", color: plum, wrap: true }),
    row(words.happiness, [
      text(points(score), { size: "3xl", weight: "bold", align: "end", adjustMode: "shrink-to-fit" }),
    ]),
    ...whyRows(answer, words),
    { type: "separator" },
    row(words.facesLabel, [text(words.faces(faces), { size: "md", weight: "bold", align: "end" })]),
    ...(answer.missions.length > 0 ? [missionBox(answer, words)] : []),
  ];
}

/** A phone's screen is small; a group photo may have dozens of faces that gave nothing. */
const MOST_REASONS = 4;

function whyRows({ why }: ScoreFacts, words: BotWords): messagingApi.FlexComponent[] {
  const told = why.length > MOST_REASONS ? why.slice(0, MOST_REASONS - 1) : why;
  const untold = why.length - told.length;
  const sentences = untold > 0 ? [...told, words.moreOnMyPage(untold)] : told;
  if (sentences.length === 0) return [];
  return [
    column(
      sentences.map((sentence) => text(sentence, { size: "xs", color: pencil, wrap: true })),
      { spacing: "xs" },
    ),
  ];
}

const missionBox = (answer: ScoreFacts, words: BotWords): messagingApi.FlexBox =>
  column(
    missionLines(answer, words).map((line) =>
      text(line, { size: "sm", weight: "bold", color: plum, wrap: true }),
    ),
    { spacing: "sm" },
  );

export function placeRows(answer: ScoreCard, words: BotWords): messagingApi.FlexComponent[] {
  const place =
    answer.place === undefined
      ? []
      : [
          row(words.placeLabel, [
            text(words.place(answer.place), { size: "xl", weight: "bold", color: plum, align: "end" }),
          ]),
        ];
  return [...place, ...bestRows(answer, words)];
}

function bestRows({ score, best }: ScoreCard, words: BotWords): messagingApi.FlexComponent[] {
  if (best === undefined || best === 0) return [];
  const isBest = score >= best;
  const line = isBest ? words.newBest : words.best(points(best));
  return [text(line, { size: "xs", color: isBest ? plum : pencil, align: "end" })];
}

/** Nothing where some faces gave no points: "every face adds" would be a lie there, and the reasons stand above. */
function hintRows(answer: ScoreCard, words: BotWords): messagingApi.FlexComponent[] {
  const { faces, counted } = answer;
  if (isFaceless(answer)) return [note(words.facelessHint)];
  return counted < faces ? [] : [note(words.hint(faces))];
}

/** The picture as it is; what is higher than a phone's own photos is cut, or the card would fill the screen. */
function aspectRatio(width: number, height: number): string {
  return `${Math.round(width)}:${Math.round(Math.min(height, width * 1.8))}`;
}
