import type { BotWords, EventWords, Refusal } from "./bot-words.ts";

export const english: BotWords = {
  guest: "Guest",
  happiness: "Happiness",
  facesLabel: "Faces",
  faces: (count) => `${count}`,
  placeLabel: "Your place",
  place: ordinal,
  newBest: "Your best yet!",
  best: (points) => `Your best so far: ${points}`,
  praise: (happiness) => {
    if (happiness >= 90) return "What a smile!";
    if (happiness >= 60) return "Lovely smiles.";
    if (happiness >= 30) return "Nice one. Almost a smile!";
    return "Next time with your biggest smile!";
  },
  hint: (faces) =>
    faces === 1 ? "Add two friends and watch it jump." : "Every happy face adds to the score.",
  facelessHint: "With faces in it, every smile gives points, too.",
  missionHeadline: "Mission accomplished!",
  missionMet: (title) => `★ ${title}: done!`,
  moreOnMyPage: (count) => `${count} more on My page.`,
  openMyPage: "See it on My page",
  waiting: "Waiting for approval",
  waitingNote: "As soon as the hosts have had a look, it joins the screen and the ranking.",
  received:
    "We have your photo. It is busy right now, so the score takes a little longer. You will find it on My page.",
  earlierResults: "What we still owed you:",
  refusal,
  camera: "Take a photo",
  album: "Choose a photo",
  guideTitle: "How to play",
  guideLead: (event) =>
    event === undefined
      ? "A ranking of smiles, made of your photos."
      : `The smile ranking of “${event.title}”.`,
  guideSteps: [
    "Take a smiling photo with the people around you",
    "Send it to this chat",
    "Watch the big screen for your place!",
  ],
  guideNote: "All smiles in a photo add up. Invite people you have not met yet!",
  welcome: "Welcome!",
  privacy: (event) =>
    [
      "Thank you for adding us. Before you start, here is what happens to your photos.",
      "■ What we keep\nThe photos you send, your LINE display name and user ID, and the expressions read from the photos.",
      "■ What for\nAmazon Rekognition reads the expressions; photos, scores and places are shown on the screen in the hall.",
      `■ How long\nEverything is deleted after ${event === undefined ? "the date set for the event" : event.deletedAt}.`,
      "■ How to take it back\nUnsend the photo in this chat. The photo and its points disappear at once.",
      "By sending a photo you agree to this. Please ask the people in it, too.",
    ].join("\n\n"),
};

function refusal(reason: Refusal, event: EventWords | undefined): string {
  const title = event === undefined ? "the event" : `“${event.title}”`;
  switch (reason) {
    case "no-face":
      return "We could not find a face. Try again from the front and in good light.";
    case "unreadable":
      return "We could not read this picture.";
    case "unsupported-type":
      return "Only photos (JPEG or PNG) can get a score. Please send a photo.";
    case "too-large":
      return "This photo is too large to be scored. Please make it a little smaller and send it again.";
    case "duplicate":
      return "We already have this one. How about a new pose, or two more people in it?";
    case "blocked":
      return "This photo cannot be shown on the screen. We would love to see another one.";
    case "not-yet-open":
      return event === undefined
        ? "The ranking has not started yet. Just a little longer!"
        : `${title} takes photos from ${event.opensAt}. Just a little longer!`;
    case "closed":
      return `Photos for ${title} are closed. Thank you for all the smiles!`;
    case "no-event":
      return "There is no event right now. Please send your photo again on the day.";
    case "banned":
      return "We are sorry, but we cannot take your photos at this event. If this surprises you, please talk to the staff.";
    case "off-screen":
      return "Your photo is here. As you wished, it is not on the screen; you find its points on My page.";
  }
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st … */
function ordinal(place: number): string {
  const suffixes: Readonly<Record<string, string>> = { one: "st", two: "nd", few: "rd" };
  return `${place}${suffixes[new Intl.PluralRules("en", { type: "ordinal" }).select(place)] ?? "th"}`;
}
