import type { MeWords } from "./me-words.ts";

export const english: MeWords = {
  pageTitle: "My page",
  newest: "Your newest photo",
  states: {
    shown: "On the big screen",
    pending: "Being checked",
    hidden: "Not on the screen",
    removed: "Taken back",
  },
  reasons: {
    "no-face": "No face was found",
    unreadable: "Could not be read",
    "unsupported-type": "A kind we cannot read",
    "too-large": "Too large",
    duplicate: "We already have this one",
    "off-screen": "You asked to stay off the screen",
  },
  best: "Your best",
  seeDetails: "See more",
  standing: "How you are doing",
  noPlace: "You get a place as soon as a photo is on the screen.",
  sent: "Photos sent",
  onScreen: "On the screen",
  smiles: "Faces in them",
  photos: (count) => String(count),
  people: (count) => String(count),
  earlier: "Your earlier photos",
  sentAt: (when) => `Photo sent ${when}`,
  emptyTitle: "We are waiting for your first photo",
  emptyHint: "Go back to the chat and send a photo with a smile. What comes of it appears right here.",
  trouble: "No connection just now. This is what we knew last.",
  retry: "Load again",
  loading: "Getting your photos ready",
  reopen: "Please go back to the chat and open your page again.",
  nowhere:
    "There is no photo of yours to show yet. Send one in the chat, or join with the code at the venue.",
};
