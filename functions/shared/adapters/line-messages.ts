import type { messagingApi } from "@line/bot-sdk";
import { botWords } from "#domain/words/bot";
import type { BotWords, EventWords } from "#domain/words/bot-words";
import { eventWords } from "#domain/words/event-words";
import type { Answer } from "../ports/guest-messenger.ts";
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
