import { act, type HostScriptWords, say } from "./host-script-words.ts";

export const english: HostScriptWords = {
  title: "MC script",
  order: "Running order",
  parts: { explain: "Explain", play: "Play", reveal: "Reveal" },
  minutes: (count) => `${count} min`,
  now: "Say now",
  next: "Next cue",
  rehearsing: (now) => `You are reading ahead. The screens show “${now}”.`,
  backToNow: "Back to now",
  backToRemote: "To the remote",
  timeLeft: (clock) => `${clock} left`,
  lastMinute: "Less than a minute to go! Is there a smile on your phone that you have not sent yet?",
  timeUp: "And that’s time! Thank you all so much for your smiles.",
  honorific: "",
  someone: "Guest",
  stages: {
    join: {
      lines: (title) => [
        say(
          `Ladies and gentlemen, welcome to “${title}”. It is time for our smile ranking, and you are the ones who make it.`,
        ),
        say("Please take out your phones. Point the camera at the code on the screen, and LINE opens."),
        act("Look around and wait until the phones are out"),
        say(
          "Your code is already typed, so just press “send”. From then on, simply send photos of smiling faces to the chat. Every photo gets its points within moments.",
        ),
        say(
          "The photos you send may be shown on this screen. You can take them back yourself at any time, so don’t be shy!",
        ),
      ],
      cue: "When everybody is in, nod to the operator. The screens change to the ranking.",
    },
    ranking: {
      lines: () => [
        say("And here they come, your first smiles!"),
        act("Pick the photo at the top and say something kind about it"),
        say("The places change with every photo, so anybody in this room can still take the lead."),
        say("Find the people beside you, or friends at another table, and smile together."),
      ],
      cue: "When the room has warmed up, nod to the operator. “Shooting time” begins.",
    },
    wall: {
      lines: () => [
        say("On the screens you now see your smiles, one after the other."),
        say("No points here: just sit back and enjoy one another’s company."),
        say("And do keep sending your photos in LINE."),
      ],
      cue: "When the talk grows quieter, nod to the operator. “Shooting time” begins.",
    },
    round: {
      lines: () => [
        say("This is the moment you have been waiting for: time to shoot!"),
        say("Every photo that you send before the clock on the screen reaches zero counts."),
        say(
          "You may leave your seats. Call your friends together and send us your brightest smiles. Off you go!",
        ),
        act("Walk through the room and cheer on those who are taking photos"),
      ],
      cue: "When the clock reaches zero, the operator stops the photos.",
    },
    frozen: {
      lines: () => [
        say("Ladies and gentlemen, we are no longer taking photos."),
        say("Your smiles are being counted, and the ranking stays hidden for now."),
        say("Who has won? Please make yourselves comfortable; you will know in a moment."),
      ],
      cue: "When all photos are read, the operator opens the results. Keep talking until you get the sign.",
    },
    replay: {
      lines: () => [
        say("Before we close, let us look back: the whole ranking of today, in just one minute."),
        say("Who led first, and who came from behind? Perhaps your photo flies by, too."),
        act("Let the screen speak; name a new leader now and then"),
      ],
      cue: "When the ranking stands still, the operator closes with the thanks.",
    },
    thanks: {
      lines: () => [
        say("To everybody who took part: thank you so much for all your smiles."),
        say("You will find your photos and points in LINE whenever you like."),
        say("That was our smile ranking. Please give yourselves a big round of applause!"),
      ],
      cue: "That is all. Well done!",
    },
  },
  reveal: {
    place: (place) => `No. ${place}`,
    winner: "The winner",
    opening: (place) => [
      say("Thank you for your patience. Here are the results of our smile ranking!"),
      say(
        place === 1
          ? "Let us hear the name of our winner."
          : `We begin with number ${place}. When you hear your name, please raise your hand.`,
      ),
      say("And everybody: a warm round of applause for each of them."),
    ],
    before: (place, isTied) => [say(isTied ? `Sharing number ${place}…` : `Number ${place}…`)],
    after: (place, score) => [
      say(`With ${score} points. Congratulations!`),
      say(place <= 3 ? "What a smile! A big hand, please." : "Thank you for a lovely smile."),
    ],
    beforeWinner: (isTied) => [say(isTied ? "Sharing first place, our winner is…" : "And the winner is…")],
    afterWinner: (score) => [
      say(`With ${score} points: congratulations!`),
      act("Ask the winner to the front for a few words"),
      say("One more time, everybody: a great big round of applause!"),
    ],
    someName: "Name",
    nobody: "No guest stands at this place. The operator goes on.",
    noReading: "No reading was entered",
    cueFirst: (place) =>
      `Nod to the operator. Call the name when the photo of number ${place} is on the screen.`,
    cueNext: (place) => `When the applause fades, nod. Next is number ${place}.`,
    cueWinner: "Say “Only one name is left. The brightest smile today belongs to…”, wait a moment, then nod.",
    cueEnd: "When the winner has spoken, the operator closes with the thanks.",
  },
  loading: "Loading…",
  gone: "There is no such event.",
};
