import type { messagingApi } from "@line/bot-sdk";
import { leaveAnswers } from "#domain/chat-command";
import { points } from "#domain/scoring";
import { botWords } from "#domain/words/bot";
import type { BotWords, EventWords } from "#domain/words/bot-words";
import type { RankingCard } from "../ports/guest-messenger.ts";
import { type Addresses, myPage } from "./line-addresses.ts";
import { blossom, card, column, flex, linkButton, note, pencil, plum, sayButton, text } from "./line-flex.ts";

/** How to play, and what else may be written. */
export function guideCard(
  words: BotWords,
  event: EventWords | undefined,
  title: string,
  /** The page about the event's photos. */
  privacy?: string,
): messagingApi.FlexMessage {
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
          { type: "separator" },
          text(words.commandsLead, { size: "xs", weight: "bold", color: pencil }),
          column(words.commands.map(commandLine), { spacing: "sm" }),
        ],
        { spacing: "md", paddingAll: "20px" },
      ),
      ...(privacy !== undefined && {
        footer: column([linkButton(words.openPrivacy, privacy)], { paddingAll: "16px", paddingTop: "0px" }),
      }),
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

const commandLine = ({ text: written, what }: BotWords["commands"][number]): messagingApi.FlexBox =>
  column([
    text(written, { size: "sm", weight: "bold", wrap: true }),
    text(what, { size: "xs", color: pencil, wrap: true }),
  ]);

/** K2 */
export function rankingCard(answer: RankingCard): messagingApi.FlexMessage {
  const words = botWords[answer.language];
  const own = ownLine(answer, words);
  return flex(
    own ?? words.rankingTitle,
    card({
      body: column(
        [
          text(words.rankingTitle, { size: "xl", weight: "bold", color: plum, wrap: true }),
          ...(answer.top.length === 0
            ? [text(words.rankingEmpty, { size: "sm", wrap: true })]
            : [
                column(
                  answer.top.map((guest) => rankedRow(guest, words)),
                  { spacing: "md" },
                ),
              ]),
          ...(own === undefined ? [] : [note(own)]),
        ],
        { spacing: "lg", paddingAll: "20px" },
      ),
    }),
  );
}

/** Nothing for those who play without a place. */
function ownLine({ own, isExcluded }: RankingCard, words: BotWords): string | undefined {
  if (own !== undefined) return words.ownPlace(own.place, points(own.score));
  return isExcluded ? undefined : words.noPlaceYet;
}

function rankedRow(
  { place, displayName, score }: RankingCard["top"][number],
  words: BotWords,
): messagingApi.FlexBox {
  return {
    type: "box",
    layout: "baseline",
    spacing: "md",
    contents: [
      text(words.place(place), {
        size: "sm",
        weight: "bold",
        color: place === 1 ? plum : pencil,
        flex: 0,
      }),
      text(displayName, { size: "sm", weight: place === 1 ? "bold" : "regular" }),
      text(points(score), { size: "sm", align: "end", flex: 0 }),
    ],
  };
}

/** The way to everything that the guest sent. */
export function myPageCard(words: BotWords, addresses: Addresses): messagingApi.FlexMessage {
  return flex(
    words.myPageLead,
    card({
      body: column([text(words.myPageLead, { size: "sm", wrap: true })], { paddingAll: "20px" }),
      footer: column([linkButton(words.openMyPage, myPage(addresses))], {
        paddingAll: "16px",
        paddingTop: "0px",
      }),
    }),
  );
}

/** K6: what goes, and a button for each answer (K1). */
export function leavingCard(words: BotWords): messagingApi.FlexMessage {
  return flex(
    words.leaveTitle,
    card({
      body: column(
        [
          text(words.leaveTitle, { size: "lg", weight: "bold", color: plum, wrap: true }),
          text(words.leaveText, { size: "sm", wrap: true }),
        ],
        { spacing: "md", paddingAll: "20px" },
      ),
      footer: column(
        [
          sayButton(words.stay, leaveAnswers.no, { style: "secondary" }),
          sayButton(words.leaveNow, leaveAnswers.yes, { style: "primary", color: plum }),
        ],
        {
          spacing: "sm",
          paddingAll: "16px",
          paddingTop: "0px",
        },
      ),
    }),
  );
}

/** Buttons below the last message: what guests do most. */
export const withQuickReplies = <T extends messagingApi.Message>(
  message: T,
  words: BotWords,
  addresses: Addresses,
): T => ({
  ...message,
  quickReply: {
    items: [
      { type: "action", action: { type: "camera", label: words.camera } },
      { type: "action", action: { type: "cameraRoll", label: words.album } },
      {
        type: "action",
        // K1: the button stands for its word.
        action: {
          type: "postback",
          label: words.ranking,
          data: words.ranking,
          displayText: words.ranking,
        },
      },
      { type: "action", action: { type: "uri", label: words.myPage, uri: myPage(addresses) } },
    ],
  },
});
