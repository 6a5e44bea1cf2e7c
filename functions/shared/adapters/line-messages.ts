import type { messagingApi } from "@line/bot-sdk";
import type { Language } from "#domain/language";
import { points } from "#domain/scoring";
import { botWords } from "#domain/words/bot";
import type { BotWords, EventWords } from "#domain/words/bot-words";
import { eventWords } from "#domain/words/event-words";
import type { Answer, EarlierResult } from "../ports/guest-messenger.ts";
import { type Addresses, photoPage } from "./line-addresses.ts";
import { blossom, card, column, flex, linkButton, pencil, plum, text } from "./line-flex.ts";
import { scoreCard, waitingCard } from "./line-score-card.ts";

/** An answer as LINE messages. */
export function lineMessages(answer: Answer, addresses: Addresses): messagingApi.Message[] {
  const words = botWords[answer.language];
  switch (answer.kind) {
    case "score":
      return [scoreCard(answer, addresses)];
    case "waiting":
      return [waitingCard(answer, addresses)];
    case "received":
      return [receivedCard(words, photoPage(addresses, answer.photoId))];
    case "refused":
      return [withCamera({ type: "text", text: words.refusal(answer.reason, told(answer)) }, words)];
    case "greeting":
      return [
        { type: "text", text: words.privacy(told(answer)) },
        withCamera(guideCard(words, told(answer), words.welcome), words),
      ];
    case "help":
      return [withCamera(guideCard(words, told(answer), words.guideTitle), words)];
  }
}

/** A2: above the answer, because it came before it, and because LINE shows the buttons of the last message only. */
export function earlierMessages(
  results: readonly EarlierResult[],
  language: Language,
): messagingApi.TextMessage[] {
  if (results.length === 0) return [];
  const words = botWords[language];
  const lines = results.map((result) => `・${earlierLine(result, words)}`);
  return [{ type: "text", text: [words.earlierResults, ...lines].join("\n") }];
}

/** A text may have ten such lines; with every mission in each it could outgrow LINE's 5,000 characters. */
const MOST_MISSIONS_TOLD = 3;

function earlierLine(result: EarlierResult, words: BotWords): string {
  if (result.kind === "refused") return words.refusal(result.reason, undefined);
  const missions = (result.missions ?? [])
    .slice(0, MOST_MISSIONS_TOLD)
    .map((title) => words.missionMet(title));
  // C5: without a face the missions are all there is to tell.
  const score =
    missions.length > 0 && result.score === 0 ? [] : [`${words.happiness} ${points(result.score)}`];
  return [...score, ...missions, ...(result.kind === "waiting" ? [words.waiting] : [])].join(" ・ ");
}

function told(answer: Extract<Answer, { kind: "refused" | "greeting" | "help" }>): EventWords | undefined {
  return answer.event && eventWords(answer.event, answer.language);
}

function receivedCard(words: BotWords, page: string): messagingApi.FlexMessage {
  return flex(
    words.received,
    card({
      body: column([text(words.received, { size: "sm", wrap: true })], { paddingAll: "20px" }),
      footer: column([linkButton(words.openMyPage, page)], { paddingAll: "16px", paddingTop: "0px" }),
    }),
  );
}

function guideCard(words: BotWords, event: EventWords | undefined, title: string): messagingApi.FlexMessage {
  const lead = words.guideLead(event);
  return flex(
    `${title} ${lead}`,
    card({
      body: column(
        [
          text(title, { size: "xl", weight: "bold", color: plum }),
          text(lead, { size: "sm", wrap: true }),
          column(
            words.guideSteps.map((step, index) => guideStep(index + 1, step)),
            { backgroundColor: blossom, cornerRadius: "12px", paddingAll: "16px", spacing: "lg" },
          ),
          text(words.guideNote, { size: "xs", color: pencil, wrap: true }),
        ],
        { spacing: "md", paddingAll: "20px" },
      ),
    }),
  );
}

const guideStep = (number: number, step: string): messagingApi.FlexBox => ({
  type: "box",
  layout: "horizontal",
  spacing: "md",
  contents: [
    text(String(number), { size: "lg", weight: "bold", color: plum, flex: 0 }),
    text(step, { size: "sm", wrap: true, gravity: "center" }),
  ],
});

const withCamera = <T extends messagingApi.Message>(message: T, words: BotWords): T => ({
  ...message,
  quickReply: {
    items: [
      { type: "action", action: { type: "camera", label: words.camera } },
      { type: "action", action: { type: "cameraRoll", label: words.album } },
    ],
  },
});
