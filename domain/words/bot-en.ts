import type { BotWords, ChatNote, EventWords, Refusal } from "./bot-words.ts";

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
  setTold: (photos, best) =>
    best === undefined ? `Your ${photos} photos` : `Your ${photos} photos, best ${best}`,
  stillReading: (photos) =>
    photos === 1
      ? "1 more photo is still being scored. You'll find it on My page in a moment."
      : `${photos} more photos are still being scored. You'll find them on My page in a moment.`,
  earlierResults: "What we still owed you:",
  refusal,
  camera: "Take a photo",
  album: "Choose a photo",
  ranking: "Ranking",
  myPage: "My page",
  myPageLead: "All your photos and scores are on My page.",
  rankingTitle: "The ranking right now",
  rankingEmpty: "Nobody is here yet. Be the first to send a smile!",
  ownPlace: (place, points) => `You are in ${ordinal(place)} place with ${points}.`,
  noPlaceYet: "You have no place yet. Send a smiling photo and you will stand here, too.",
  note,
  leaveTitle: "Delete everything of yours?",
  leaveText:
    "Your photos, points, place and name are deleted from every event you joined. This cannot be undone.\nThe photos in this chat stay on your phone.",
  leaveNow: "Delete everything",
  stay: "Keep it all",
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
  commandsLead: "You can also write",
  commands: [
    { text: "ranking", what: "the top five and your own place" },
    { text: "my page", what: "your photos and scores" },
    { text: "name Hanako", what: "be called “Hanako”" },
    { text: "日本語 / 中文", what: "another language" },
    { text: "hide me / show me", what: "leave the big screen, or come back" },
    { text: "leave", what: "delete all your photos and records" },
  ],
  welcome: "Welcome!",
  openPrivacy: "Your photos, and whom to ask",
  privacy: (event) =>
    [
      "Thank you for adding us. Before you start, here is what happens to your photos.",
      "■ What we keep\nThe photos you send, your LINE display name and user ID, and the expressions read from the photos.",
      "■ What for\nAmazon Rekognition reads the expressions; photos, scores and places are shown on the screen in the hall.",
      `■ How long\nEverything is deleted by ${event === undefined ? "the date set for the event" : event.deletedAt} at the latest.`,
      "■ How to take it back\nUnsend the photo in this chat, or delete it on My page: it goes at once, and so do its points. Send “delete everything” and all of it goes, your name too.",
      "■ Language\nSend “日本語” or “中文” to switch.",
      "By sending a photo you agree to this. Please ask the people in it, too.",
    ].join("\n\n"),
};

function note(kind: ChatNote, name: string): string {
  switch (kind) {
    case "renamed":
      return `You are now called “${name}”, on the big screen, too.`;
    case "name-held":
      return `We have your new name. Until the hosts have had a look, the screen calls you “${name}”.`;
    case "named-by-host":
      return `The hosts have named you “${name}”. If you would like to change that, please ask the staff.`;
    case "how-to-rename":
      return "Please write “name” and then how you would like to be called.\nFor example: name Hanako";
    case "language-chosen":
      return "We will speak English with you from now on.";
    case "off-screen":
      return "You are no longer on the big screen and in the ranking.\nTo come back, write “show me”.";
    case "on-screen":
      return "Welcome back: you are on the big screen and in the ranking again.";
    case "ranking-secret":
      return "The ranking is a secret right now. Watch the big screen for the results!";
    case "left":
      return "Everything of yours is being deleted, and leaves the screen and the ranking right now. Thank you for joining in.\nSend a photo whenever you like, and you start afresh.";
    case "stayed":
      return "Nothing was deleted. Your photos and points are as they were.";
    case "nothing-kept":
      return "We keep nothing of yours, so there is nothing to delete.";
  }
}

/** A sentence, or how to make it of what is known of the event. */
const refusals: Readonly<Record<Refusal, string | ((event: EventWords | undefined) => string)>> = {
  "no-face": "We could not find a face. Try again from the front and in good light.",
  unreadable: "We could not read this picture.",
  "unsupported-type": "Only photos (JPEG or PNG) can get a score. Please send a photo.",
  "too-large": "This photo is too large to be scored. Please make it a little smaller and send it again.",
  duplicate: "We already have this one. How about a new pose, or two more people in it?",
  blocked: "This photo cannot be shown on the screen. We would love to see another one.",
  "not-yet-open": (event) =>
    event === undefined
      ? "The ranking has not started yet. Just a little longer!"
      : `${titleOf(event)} takes photos from ${event.opensAt}. Just a little longer!`,
  closed: (event) => `Photos for ${titleOf(event)} are closed. Thank you for all the smiles!`,
  "time-up":
    "Time is up! Photos sent after the end do not count this time. Look at the screen in the hall for the results.",
  "which-event":
    "More than one party is on right now. Please send the six-character code of yours first: it is on the screen in the hall, and beside the QR code on the tables. Whatever you send after that takes part.",
  "unknown-code":
    "We found no party with this code. Please check the six characters on the screen in the hall or beside the QR code.",
  "no-event": "There is no event right now. Please send your photo again on the day.",
  banned:
    "We are sorry, but we cannot take your photos at this event. If this surprises you, please talk to the staff.",
  "off-screen": "Your photo is here. As you wished, it is not on the screen; you find its points on My page.",
  "over-limit": (event) =>
    `Thank you! The screen shows ${photosOfAGuest(event?.photosPerGuest)}, and you have sent yours. Unsend an earlier one and this one steps in.`,
};

function refusal(reason: Refusal, event: EventWords | undefined): string {
  const sentence = refusals[reason];
  return typeof sentence === "string" ? sentence : sentence(event);
}

const titleOf = (event: EventWords | undefined): string =>
  event === undefined ? "the event" : `“${event.title}”`;

function photosOfAGuest(most: number | undefined): string {
  if (most === undefined) return "only so many photos of each guest";
  return most === 1 ? "one photo of each guest" : `${most} photos of each guest`;
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st … */
function ordinal(place: number): string {
  const suffixes: Readonly<Record<string, string>> = { one: "st", two: "nd", few: "rd" };
  return `${place}${suffixes[new Intl.PluralRules("en", { type: "ordinal" }).select(place)] ?? "th"}`;
}
