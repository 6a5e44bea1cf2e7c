import type { PrivacyFacts, PrivacyWords } from "./privacy-words.ts";

export const english: PrivacyWords = {
  pageTitle: "What happens to your photos",
  lead: "The smile ranking lives on the photos that you send. This is how we treat them.",
  glance: {
    until: "Everything is deleted by, at the latest",
    audience: "Who sees your photos",
    audienceShort: ({ isReviewed }) =>
      isReviewed ? "Everyone at the party, once a host has looked" : "Everyone at the party",
    removing: "To take one back",
    removingShort: "Unsend it in the chat: it is gone at once",
  },
  titles: {
    collected: "What we keep",
    purpose: "What it is for",
    reading: "Where it is read and kept",
    audience: "Who can see it",
    keeping: "For how long",
    removing: "Taking it back, or staying off the screen",
  },
  points,
  contact: "Questions?",
  contactLead: "The host of this party answers for what happens to photos and names.",
  noContact: "Please ask the staff in the hall, or whoever invited you.",
  languages: "Language",
  loading: "Loading",
  failed: "The connection is slow right now. Please wait a moment and try again.",
  retry: "Try again",
  unknownTitle: "We cannot find this party",
  unknownHint:
    "Part of the address may be missing, or its time is over and everything has been deleted. Please open it from the chat again, or ask your host.",
};

function points({ deletedAt, keepsAgeAndGender, isReviewed, place, hasContact }: PrivacyFacts) {
  return {
    collected: [
      { text: "The photos that you send, and when you sent them" },
      { text: "Your LINE name and user ID. We use the ID to answer you, and show it to nobody" },
      {
        text: keepsAgeAndGender
          ? "What is read from a photo: where faces are, their expressions, apparent age and gender, and things that can be seen"
          : "What is read from a photo: where faces are, their expressions, and things that can be seen",
      },
      { text: "Your points and place, and the name and language that you choose" },
    ],
    purpose: [
      { text: "Turning smiles into points, and points into a ranking." },
      { text: "Telling the result on the screen in the hall and in the chat." },
      { text: "Keeping photos that do not belong there off the screen." },
      { text: "Nothing else. Faces are never compared to find out who somebody is." },
    ],
    reading: [
      { text: `Photos are read by Amazon Rekognition. They are read and kept on AWS in ${place}.` },
      {
        text: keepsAgeAndGender
          ? "Apparent age and gender are guesses, shown on your own photo page only."
          : "Age and gender are not kept.",
      },
    ],
    audience: [
      {
        term: "Everyone at the party",
        text: isReviewed
          ? "Photos that a host has looked at appear on the screen with your name and points. Whoever knows the screen’s address sees the same."
          : "Photos appear on the screen with your name and points. Whoever knows the screen’s address sees the same.",
      },
      {
        term: "Other guests",
        text: "The chat also tells the names and points of those who lead the ranking.",
      },
      { term: "The hosts", text: "All photos that were sent, also those that were not on the screen." },
      { term: "You alone", text: "Details such as each face’s expression are on My page, for you only." },
    ],
    keeping: [
      {
        text: `Photos, names and points are deleted by ${deletedAt} at the latest, and cannot be brought back. If the hosts move the day, it changes here.`,
      },
    ],
    removing: [
      {
        term: "One photo",
        text: "Press and hold it in the chat and choose “Unsend”, or delete it on My page. It leaves the screen and the ranking.",
      },
      {
        term: "Not on the screen",
        text: "Send “hide me” in the chat. “show me” brings you back at any time.",
      },
      {
        term: "Everything",
        text: "Send “delete everything” in the chat, or use the settings on My page. All your photos and your name go.",
      },
      {
        term: "You are on somebody else’s photo",
        text: hasContact
          ? "Tell the contact below: the hosts take it off the screen."
          : "Tell the staff in the hall: the hosts take it off the screen.",
      },
      { text: "Blocking the account alone does not delete photos." },
    ],
  };
}
