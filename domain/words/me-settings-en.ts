import type { MeSettingsWords } from "./me-settings-words.ts";

export const english: MeSettingsWords = {
  title: "Settings",
  failed: "That could not be changed just now. Please try again.",
  name: {
    label: "Your name",
    hint: "This is how you appear on the screen and in the ranking.",
    save: "Change",
    saved: (name) => `You are “${name}” from now on.`,
    missing: "Please enter a name.",
    held: (chosen, shown) =>
      `The host is looking at “${chosen}”. Until then the screen calls you “${shown}”.`,
    byHost: "The host chose your name. If you would like another one, please talk to the staff.",
  },
  screen: {
    label: "Show me on the screen",
    on: "Your photos and your name appear on the screen and in the ranking.",
    off: "Your photos stay off the screen and you have no place. Your points are here, for you alone.",
    nowOn: "You are on the screen.",
    nowOff: "You are off the screen.",
  },
  language: "Language",
  privacy: "What happens with your photos",
  leaving: {
    open: "Delete everything and leave",
    title: "Delete everything?",
    note: (photos) =>
      photos === 0
        ? "Your name and everything we keep about you is deleted. That cannot be undone."
        : `${photos === 1 ? "Your photo" : `All your ${photos} photos`}, your points, your place and your name are deleted, from the screen too. That cannot be undone.`,
    stays: "What you sent stays in your own chat.",
    keep: "Keep everything",
    next: "Go on",
    sure: "Are you sure?",
    sureNote: "This is the last question.",
    now: "Delete everything",
    failed: "It could not be deleted just now. Please try again.",
    close: "Close",
    goodbye: "Thank you for being with us",
    goodbyeNote:
      "Your photos and all the rest are gone in a moment. To join again, just send a photo in the chat.",
  },
};
