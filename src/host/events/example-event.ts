import { seedRules } from "#domain/event-rules";
import { usualScreen } from "#domain/screen";
import type { HostEvent } from "../../backend/host-event-shapes.ts";

/** For tests: an event that is on from 11:00 to 16:00 on a Saturday in November. */
export const exampleEvent: HostEvent = {
  eventId: "event-1",
  boardId: "board-1",
  joinCode: "H7KC4M",
  title: "佐藤家・田中家 結婚披露宴",
  language: "ja",
  theme: "hall-dark",
  state: "open",
  opensAt: new Date(2026, 10, 21, 11).getTime(),
  closesAt: new Date(2026, 10, 21, 16).getTime(),
  retentionEndsAt: new Date(2027, 1, 19, 23, 59, 59, 999).getTime(),
  policy: "show-first",
  moderation: "enforce",
  keepsAgeAndGender: false,
  allowsPaidMessages: false,
  contact: "",
  ...usualScreen,
  nameWords: [],
  rules: seedRules,
  formerRules: null,
  rulesJobId: null,
  downloadedAt: null,
  stage: { name: "ranking", version: 1 },
  version: 3,
};
