import type { HostTroublesWords, Trouble } from "./host-troubles-words.ts";

const kinds: Readonly<Record<string, string>> = {
  photo: "Photo",
  chat: "Message",
  follow: "Greeting of a new guest",
  unsend: "Photo taken back",
  remind: "“We got your photo” note",
  settle: "Computing a place",
  withdraw: "Deleting a photo",
  erase: "Deleting everything of a guest",
  recheck: "Looking for repeated photos",
  pack: "Packing a guest’s photos",
  ladder: "Computing everybody’s places",
  "end-event": "Deleting an event",
  recompute: "Applying changed rules",
  export: "The download of the whole event",
  rehearse: "A rehearsal",
};

const inside = "Something inside could not be reached. Please try again.";
const reasons: Readonly<Record<string, string>> = {
  "line-unreachable": "LINE could not be reached. Wait a moment and try again.",
  "content-not-ready": "LINE did not finish preparing the photo. Please try again.",
  "face-reading-failed": "The faces could not be read. The reading service may have been down.",
  "moderation-throttled": "So many photos came at once that checking could not keep up.",
  "labels-throttled": "So many photos came at once that reading what is in them could not keep up.",
  "text-throttled": "So many photos came at once that reading their text could not keep up.",
  "photo-store-failed": "The photo could not be stored. Please try again.",
  "invalidation-failed": "A public copy could not be removed everywhere. Please try again soon.",
  "message-malformed": "Nobody could make sense of it. Trying again may not help.",
  "store-conflict": "Several changes came at the same moment. Please try again.",
  "api-unreachable": inside,
  "api-refused": inside,
  "queue-refused": inside,
  "broken-off": "The work broke off halfway. Very large photos can cause this.",
};

const queues: Readonly<Record<string, string>> = {
  photos: "Photos",
  chat: "Messages",
  orders: "Hosts’ decisions",
  reminders: "Second looks at photos",
  exports: "Downloads for hosts",
  rehearsals: "Rehearsals",
};
const parts: Readonly<Record<string, string>> = {
  "line-webhook": "Receiving from LINE",
  "line-worker": "Reading photos and answering",
  "guest-session": "Opening guests’ pages",
  "guest-authorizer": "Letting guests in",
  "guest-actions": "Carrying out what guests wish",
  "host-actions": "Carrying out what hosts decide",
  "host-watch": "This page",
  "event-keeper": "Keeping and deleting events",
  "event-archiver": "Making downloads for hosts",
  "rehearsal-crowd": "The guests of rehearsals",
  api: "Reading and saving",
};

const percent = (value: number | null): string => (value === null ? "" : `: ${Math.floor(value)}%`);
const engineer = "If it lasts more than ten minutes, call whoever set Egao up.";
const oldest = (value: number | null): string =>
  value === null ? "" : `: the oldest for ${Math.max(1, Math.round(value / 60))} min`;

const waiting = (of: string, value: number | null): Trouble => ({
  what: `${queues[of] ?? of} are waiting longer than usual${oldest(value)}`,
  advice:
    of === "photos"
      ? `Nothing is lost, cards come late. The MC may ask for a little patience. ${engineer}`
      : `Nothing is lost, one after the other is worked on. ${engineer}`,
});

export const english: HostTroublesWords = {
  title: "Troubles",
  hint: "What could not be done, and what needs an eye.",
  loading: "Looking",
  allWell: "All is well",
  allWellHint: "Nothing was given up, and nothing is late.",
  readAt: (when) => `Checked at ${when}`,
  failed: "We could not find out how things are. Trying again by ourselves.",
  tryAgain: "Check again",

  letters: "Could not be done",
  lettersHint:
    "These failed eight times. They rest here for 14 days, can be tried as often as you like, and never count twice.",
  lettersFailed: "We could not find out what was given up.",
  moreLetters: "There are more. Try these first.",
  letter: (kind, name) => {
    const thing = kinds[kind] ?? "Something unreadable";
    return name === null ? thing : `${thing} · ${name}`;
  },
  reason: (code) => reasons[code] ?? "Something unexpected happened. Please try again.",
  sent: (when) => `Came at ${when}`,
  givenUp: (when) => `tried until ${when}`,
  retry: "Try again",
  retryOf: (letter) => `Try again: ${letter}`,
  retryAll: (letters) => `Try all ${letters} again`,
  retrying: "Trying…",
  retried: (letters) =>
    letters === 1 ? "It is being worked on again" : `${letters} are being worked on again`,
  missing: (letters) => `${letters} had been tried by another host already`,
  notRetried: "That did not work. Wait a moment and press again.",

  alarms: "Needs an eye",
  alarmsFailed: "We could not find out whether anything is late.",
  since: (when) => `since ${when}`,
  alarm: ({ kind, of }, value) => {
    switch (kind) {
      case "waiting":
        return waiting(of, value);
      case "dead-letters":
        return { what: `${queues[of] ?? of}: something was given up`, advice: "Try it again from the list." };
      case "errors":
        return {
          what: `${parts[of] ?? of} keeps failing`,
          advice: `It is tried again by itself. ${engineer}`,
        };
      case "throttles":
      case "busy":
        return { what: `${parts[of] ?? of}: very busy`, advice: `This calms down by itself. ${engineer}` };
      case "throttled":
        return {
          what: "Photos come faster than they can be read",
          advice: "They are read one after the other. Nothing is lost.",
        };
      case "quota":
        return {
          what: `This month’s LINE messages are nearly used up${percent(value)}`,
          advice:
            "We send no more of them by ourselves. Answers to photos still arrive; a result that comes too late is told with the next answer and on the guest’s page.",
        };
      case "near-their-end":
        return {
          what: "An event is deleted soon, and nobody has downloaded its photos",
          advice: "Open the event from the list and download them, or postpone the deletion.",
        };
      case "stuck":
        return {
          what: "The deletion of an event has stopped",
          advice: "It goes on by itself every hour. If this lasts, call whoever set Egao up.",
        };
      case "other":
        return { what: `“${of}” is unusual`, advice: engineer };
    }
  },
  unmeasured: (alarms) =>
    alarms === 1 ? "One thing was not measured yet." : `${alarms} things were not measured yet.`,

  quota: "LINE messages this month",
  quotaHint: "Answers to photos are free and do not count.",
  quotaFailed: "We could not ask LINE how many messages are left.",
  used: (used) => `${used} sent`,
  usedOf: (used, limit) => `${used} of ${limit} sent`,
  noLimit: "No limit",
  nearlyUsedUp: "Nearly used up. Answers to photos arrive all the same.",
};
