import type { messagingApi } from "@line/bot-sdk";
import { points } from "#domain/scoring";
import { botWords } from "#domain/words/bot";
import type { BotWords } from "#domain/words/bot-words";
import type { Answer, ScoreCard } from "../ports/guest-messenger.ts";
import { type Addresses, displayCopy, photoPage } from "./line-addresses.ts";
import { card, column, flex, linkButton, note, pencil, plum, row, text } from "./line-flex.ts";

/** The answer to a photo that is shown: picture, points, faces, place. */
export function scoreCard(answer: ScoreCard, addresses: Addresses): messagingApi.FlexMessage {
  const words = botWords[answer.language];
  const page = photoPage(addresses, answer.photoId);
  const place = answer.place === undefined ? [] : [words.place(answer.place)];
  const headline = `${words.happiness} ${points(answer.score)}`;
  return flex(
    [headline, ...place].join(" ・ "),
    card({
      hero: {
        type: "image",
        url: displayCopy(addresses, answer.image),
        size: "full",
        aspectRatio: aspectRatio(answer.width, answer.height),
        aspectMode: "cover",
        action: { type: "uri", label: words.openMyPage, uri: page },
      },
      body: column(
        [...scoreRows(answer, words), ...placeRows(answer, words), note(words.hint(answer.faces))],
        {
          spacing: "md",
          paddingAll: "20px",
        },
      ),
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
    `${words.happiness} ${points(answer.score)} ・ ${words.waiting}`,
    card({
      body: column(
        [
          ...scoreRows(answer, words),
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

function scoreRows(
  { score, faces }: { readonly score: number; readonly faces: number },
  words: BotWords,
): messagingApi.FlexComponent[] {
  return [
    text(words.praise(score / Math.max(1, faces)), { size: "sm", weight: "bold", color: plum, wrap: true }),
    row(words.happiness, [
      text(points(score), { size: "3xl", weight: "bold", align: "end", adjustMode: "shrink-to-fit" }),
    ]),
    { type: "separator" },
    row(words.facesLabel, [text(words.faces(faces), { size: "md", weight: "bold", align: "end" })]),
  ];
}

function placeRows(answer: ScoreCard, words: BotWords): messagingApi.FlexComponent[] {
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
  if (best === undefined) return [];
  const isBest = score >= best;
  const line = isBest ? words.newBest : words.best(points(best));
  return [text(line, { size: "xs", color: isBest ? plum : pencil, align: "end" })];
}

/** The picture as it is; what is higher than a phone's own photos is cut, or the card would fill the screen. */
function aspectRatio(width: number, height: number): string {
  return `${Math.round(width)}:${Math.round(Math.min(height, width * 1.8))}`;
}
