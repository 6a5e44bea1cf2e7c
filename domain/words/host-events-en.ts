import type { HostEventsWords } from "./host-events-words.ts";
import { settingsEn } from "./host-settings-en.ts";

export const english: HostEventsWords = {
  list: {
    events: "Events",
    newEvent: "New event",
    groups: { running: "On right now", coming: "Coming up", over: "Over", archived: "Archived" },
    none: "No events yet",
    noneHint: "Choose what kind of party it is and when; everything else is ready for your guests.",
    loading: "Loading…",
    failed: "The events could not be loaded. Please try again where the connection is better.",
    tryAgain: "Load again",
    guests: (count) => (count === 1 ? "1 guest" : `${count} guests`),
    photos: (count) => (count === 1 ? "1 photo" : `${count} photos`),
    closedEarly: "Closed",
    review: "Photos",
    remote: "Screen remote",
    settings: "Settings and invitation",
    hours: (hours, minutes) =>
      minutes === 0 ? `${hours} h` : hours === 0 ? `${minutes} min` : `${hours} h ${minutes} min`,
  },
  create: {
    title: "New event",
    kind: "What are you celebrating?",
    templates: {
      wedding: {
        name: "Wedding party",
        effect: "Every smile is on the screen at once; only what looks odd waits for you.",
        placeholder: "Hanako & Taro’s wedding",
      },
      "coming-of-age": {
        name: "Coming-of-age ceremony",
        effect:
          "You look at every photo before it shows. The ten happiest faces count, so small groups can win.",
        placeholder: "Sakura City, Coming-of-Age Day",
      },
      "company-party": {
        name: "Company party",
        effect: "A guest’s three best photos count together: a reason to get up and meet people again.",
        placeholder: "Year-end party",
      },
    },
    templateNote: "All of this can be changed in the settings later.",
    name: "Name of the event",
    nameHint: "Shown on the screen and in the guests’ chat.",
    language: "Language of the screen",
    languageHint: "Guests are answered in the language of their LINE.",
    times: "When photos are taken",
    opens: "From",
    closes: "Until",
    timesHint: "Only photos sent in this time take part. You can change it later.",
    fromNow: "Start right now (6 hours)",
    create: "Create event",
    creating: "Creating…",
    cancel: "Cancel",
    failed: "We could not find out whether it was created. If it is not in the list, please try again.",
    refused: "This event could not be created. Please check name and times.",
  },
  join: {
    title: "Invite guests",
    hint: "The QR code opens LINE with the join code already typed. Guests press “send” and are in.",
    qr: "QR code to join",
    large: "Show large",
    print: "Print table cards",
    copyLink: "Copy invitation link",
    copied: "Copied",
    copyFailed: "Could not copy. Please select the text and copy it.",
    code: "Join code",
    codeHint: "Sending these letters to the bot works too.",
    noBot: "The bot’s ID is not set up, so there is no QR code. Guests can send the code below to the bot.",
    board: "The screen",
    boardHint:
      "Open it on the computer of the hall; one click makes it full screen. Whoever has the address can see it.",
    openBoard: "Open the screen",
    opensNewTab: "opens in a new tab",
    copyBoard: "Copy address",
    card: {
      lead: "Send us your smiles",
      steps: ["Scan the QR code", "Press “send” in LINE", "Send photos of smiling faces"],
    },
  },
  ...settingsEn,
};
