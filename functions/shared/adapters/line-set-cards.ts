import type { messagingApi } from "@line/bot-sdk";
import { points } from "#domain/scoring";
import { botWords } from "#domain/words/bot";
import type { BotWords } from "#domain/words/bot-words";
import { eventWords } from "#domain/words/event-words";
import { MOST_CARDS, type PhotoAnswer, type ScoreFacts, type SetAnswer } from "../ports/guest-messenger.ts";
import { type Addresses, displayCopy, photoPage } from "./line-addresses.ts";
import { blossom, column, linkButton, pencil, plum, row, text } from "./line-flex.ts";
import { headline, isFaceless, missionLines, placeRows } from "./line-score-card.ts";

type Result = SetAnswer["results"][number];
type ResultAnswer = Exclude<PhotoAnswer, { kind: "refused" }>;

const SIZE = "kilo";

/** A4: photos that were sent in one go, side by side; LINE wants all cards of a message of one size. */
export function setMessages(answer: SetAnswer, addresses: Addresses): messagingApi.Message[] {
  const words = botWords[answer.language];
  const pages = pagesOf(answer.results);
  const carousels = pages.map((results): messagingApi.FlexMessage => ({
    type: "flex",
    altText: [summary(answer, words), ...rangeOf(results, pages.length, answer)].join(" ・ "),
    contents: {
      type: "carousel",
      contents: results.map((result) => smallCard(result, answer, words, addresses)),
    },
  }));
  if (answer.stillReading === 0) return carousels;
  return [{ type: "text", text: words.stillReading(answer.stillReading) }, ...carousels];
}

const pagesOf = (results: readonly Result[]): (readonly Result[])[] =>
  Array.from({ length: Math.ceil(results.length / MOST_CARDS) }, (_, page) =>
    results.slice(page * MOST_CARDS, (page + 1) * MOST_CARDS),
  );

/** What the list of chats says. */
function summary({ results }: SetAnswer, words: BotWords): string {
  const answers = results.map(({ answer }) => answer);
  const best = Math.max(0, ...answers.map((answer) => (answer.kind === "refused" ? 0 : answer.score)));
  const place = answers.find((answer) => answer.kind === "score")?.place;
  const told = words.setTold(results.length, best > 0 ? points(best) : undefined);
  return [told, ...(place === undefined ? [] : [words.place(place)])].join(" ・ ");
}

/** Which of them a message shows, if there are several messages. */
function rangeOf(results: readonly Result[], pages: number, { sent }: SetAnswer): string[] {
  const [first, last] = [results[0], results.at(-1)];
  if (pages === 1 || first === undefined || last === undefined) return [];
  return [`${first.position}–${last.position} / ${sent}`];
}

function smallCard(
  { position, answer }: Result,
  { sent }: SetAnswer,
  words: BotWords,
  addresses: Addresses,
): messagingApi.FlexBubble {
  const which = text(`${position} / ${sent}`, { size: "xs", color: pencil });
  if (answer.kind === "refused") return refusedCard(which, answer, words);
  const body = column([which, ...resultRows(answer, words)], { spacing: "md", paddingAll: "16px" });
  const card = { type: "bubble", size: SIZE, body } as const;
  const page = photoPage(addresses, answer.photoId);
  return {
    ...card,
    ...(answer.kind === "score" && {
      hero: {
        type: "image",
        url: displayCopy(addresses, answer.image),
        size: "full",
        // The same for all, so that the points stand in one line.
        aspectRatio: "4:3",
        aspectMode: "cover",
        action: { type: "uri", label: words.openMyPage, uri: page },
      },
    }),
    footer: column([linkButton(words.openMyPage, page)], { paddingAll: "16px", paddingTop: "0px" }),
  };
}

/** As high as the others, and with nothing to show: the sentence stands in the middle. */
function refusedCard(
  which: messagingApi.FlexText,
  { reason, event, language }: Extract<PhotoAnswer, { kind: "refused" }>,
  words: BotWords,
): messagingApi.FlexBubble {
  const sentence = words.refusal(reason, event && eventWords(event, language));
  const body = column([which, text(sentence, { size: "sm", wrap: true })], {
    spacing: "md",
    paddingAll: "16px",
    justifyContent: "center",
  });
  return { type: "bubble", size: SIZE, body, styles: { body: { backgroundColor: blossom } } };
}

function resultRows(answer: ResultAnswer, words: BotWords): messagingApi.FlexComponent[] {
  if (answer.kind === "score") return [...scoreRows(answer, words), ...placeRows(answer, words)];
  return [
    ...scoreRows(answer, words),
    text(words.waiting, { weight: "bold", size: "sm" }),
    text(words.waitingNote, { size: "sm", color: pencil, wrap: true }),
  ];
}

/** Twelve cards must stay within a message's 50 kB; the rest is told on the page. */
const MOST_MISSIONS = 2;

function scoreRows(answer: ScoreFacts, words: BotWords): messagingApi.FlexComponent[] {
  const missions = missionLines(answer, words);
  const told = missions.slice(0, MOST_MISSIONS);
  const untold = missions.length - told.length;
  const missionRows = [
    ...told.map((line) => text(line, { size: "sm", weight: "bold", color: plum, wrap: true })),
    ...(untold > 0 ? [text(words.moreOnMyPage(untold), { size: "xs", color: pencil, wrap: true })] : []),
  ];
  if (isFaceless(answer))
    return [
      text(headline(answer, words), { size: "lg", weight: "bold", color: plum, wrap: true }),
      ...missionRows,
    ];
  return [
    row(words.happiness, [
      text(points(answer.score), { size: "xxl", weight: "bold", align: "end", adjustMode: "shrink-to-fit" }),
    ]),
    row(words.facesLabel, [text(words.faces(answer.faces), { size: "sm", weight: "bold", align: "end" })]),
    ...missionRows,
  ];
}
