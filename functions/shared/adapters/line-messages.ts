import type { messagingApi } from "@line/bot-sdk";
import type { Language } from "#domain/language";
import { points } from "#domain/scoring";
import { botWords } from "#domain/words/bot";
import type { BotWords, EventWords } from "#domain/words/bot-words";
import { eventWords } from "#domain/words/event-words";
import type { Answer, EarlierResult } from "../ports/guest-messenger.ts";
import { type Addresses, photoPage, privacyPage } from "./line-addresses.ts";
import { guideCard, leavingCard, myPageCard, rankingCard, withQuickReplies } from "./line-chat-cards.ts";
import { card, column, flex, linkButton, text } from "./line-flex.ts";
import { scoreCard, waitingCard } from "./line-score-card.ts";
import { setMessages } from "./line-set-cards.ts";

/** An answer as LINE messages, with buttons for what may come next below the last one. */
export function lineMessages(answer: Answer, addresses: Addresses): messagingApi.Message[] {
  const words = botWords[answer.language];
  const messages = messagesOf(answer, words, addresses);
  return messages.map((message, index) =>
    index === messages.length - 1 ? withQuickReplies(message, words, addresses) : message,
  );
}

function messagesOf(answer: Answer, words: BotWords, addresses: Addresses): messagingApi.Message[] {
  switch (answer.kind) {
    case "score":
      return [scoreCard(answer, addresses)];
    case "waiting":
      return [waitingCard(answer, addresses)];
    case "set":
      return setMessages(answer, addresses);
    case "received":
      return [receivedCard(words, photoPage(addresses, answer.photoId))];
    case "refused":
      return [{ type: "text", text: words.refusal(answer.reason, told(answer)) }];
    case "greeting":
      return greeting(answer, words, addresses);
    case "help":
      return [guideCard(words, told(answer), words.guideTitle)];
    case "ranking":
      return [rankingCard(answer)];
    case "my-page":
      return [myPageCard(words, addresses)];
    case "confirm-leaving":
      return [leavingCard(words)];
    case "note":
      return [{ type: "text", text: words.note(answer.note, answer.name) }];
  }
}

/** What happens to photos comes first; the last word is why nothing can be sent yet, or any more. */
function greeting(
  answer: Extract<Answer, { kind: "greeting" }>,
  words: BotWords,
  addresses: Addresses,
): messagingApi.Message[] {
  const { event, hint, language } = answer;
  const page = event && privacyPage(addresses, event.joinCode, language);
  return [
    { type: "text", text: words.privacy(told(answer)) },
    guideCard(words, told(answer), words.welcome, page),
    ...(hint === undefined ? [] : [{ type: "text", text: words.refusal(hint, told(answer)) } as const]),
  ];
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
