/**
 * Who may do what: the declared answer of every operation to everybody. tests/journeys/authorization.test.ts sends each
 * cell for real; an operation without a row, a row without an operation and a function without a column are errors.
 */

/** Everybody who may ask, in the order of the cells; a blank stands between the groups. */
export const identities = [
  ["nobody", "wrong API key", "API key", "API key, wrong board"],
  // All ask for the first guest's photo, the fourth plays in another event; what is saved is the second one's standing.
  ["guest", "other guest", "banned guest", "guest elsewhere", "forged guest"],
  ["host", "signed-in non-host", "forged host"],
  // The roles of functions, by the function's name.
  [
    "line-worker",
    "guest-session",
    "host-actions",
    "host-watch",
    "line-webhook",
    "guest-authorizer",
    "guest-actions",
    "event-keeper",
    "rehearsal-crowd",
    "event-archiver",
  ],
  // The roles that Amplify makes for users of the identity pool.
  ["authenticated", "unauthenticated", "hosts' group", "nobody's group"],
  // What was good a year ago.
  ["expired API key", "expired guest", "expired host"],
] as const;

export type Identity = (typeof identities)[number][number];

export const answers = {
  A: "answers with data; a subscription delivers",
  N: "answers with nothing: null",
  S: "accepted, and silent: another board's or guest's events are not delivered",
  ".": "refused: 200 with errorType Unauthorized, or an error frame",
  "4": "HTTP 401, or an error frame with 401",
} as const;

export type Answer = keyof typeof answers;

const rows = `
                                  public  guests  sign-in  functions    users  expired
Query.board                       44AN    ....4   A.4      ..........    ....   444
Query.shownPhotos                 44AN    ....4   A.4      ..........    ....   444
Query.privacyNotice               44AA    ....4   ..4      ..........    ....   444
Mutation.startSession             44AA    ....4   ..4      ..........    ....   444
Subscription.onStanding           44AS    AAAA4   A.4      ..........    ....   444
Subscription.onShownPhoto         44AS    AAAA4   A.4      ..........    ....   444
Subscription.onStage              44AS    AAAA4   A.4      ..........    ....   444

Query.myPhoto                     44..    AN.N4   ..4      ..........    ....   444
Mutation.deleteMyPhoto            44..    AN.N4   ..4      ..........    ....   444
Mutation.undoDeleteMyPhoto        44..    AN.N4   ..4      ..........    ....   444
Mutation.deleteEverything         44..    AA.A4   ..4      ..........    ....   444
Mutation.updateMe                 44..    AA.A4   ..4      ..........    ....   444
Query.myPictures                  44..    AA.A4   ..4      ..........    ....   444
Mutation.orderMyArchive           44..    AA.A4   ..4      ..........    ....   444
Query.myArchive                   44..    AN.N4   ..4      ..........    ....   444
Query.myHistory                   44..    AA.A4   ..4      ..........    ....   444
Subscription.onMe                 44..    SA.S4   ..4      ..........    ....   444

Query.events                      44..    ....4   A.4      ..........    ....   444
Query.hostEvent                   44..    ....4   A.4      ..........    ....   444
Mutation.createEvent              44..    ....4   A.4      ..........    ....   444
Mutation.updateEvent              44..    ....4   A.4      ..........    ....   444
Mutation.renewBoard               44..    ....4   A.4      ..........    ....   444
Mutation.duplicateEvent           44..    ....4   A.4      ..........    ....   444
Mutation.rehearse                 44..    ....4   A.4      ..........    ....   444
Query.rehearsal                   44..    ....4   A.4      ..........    ....   444
Mutation.wipeRehearsal            44..    ....4   A.4      ..........    ....   444
Mutation.setStage                 44..    ....4   A.4      ..........    ....   444
Subscription.onEvent              44..    ....4   A.4      ..........    ....   444
Query.rulesOf                     44..    ....4   A.4      ..........    ....   444
Mutation.changeRules              44..    ....4   A.4      ..........    ....   444
Mutation.undoRules                44..    ....4   A.4      ..........    ....   444
Query.job                         44..    ....4   A.4      A.A...AAAA    ....   444
Subscription.onJob                44..    ....4   A.4      ..........    ....   444

Query.queue                       44..    ....4   A.4      ..........    ....   444
Query.hostPhoto                   44..    ....4   A.4      ..........    ....   444
Query.photosOfGuestForHost        44..    ....4   A.4      ..........    ....   444
Query.photosForNumbers            44..    ....4   A.4      ..........    ....   444
Query.pictures                    44..    ....4   A.4      ..........    ....   444
Query.guests                      44..    ....4   A.4      ..........    ....   444
Query.hostGuest                   44..    ....4   A.4      ..........    ....   444
Query.audit                       44..    ....4   A.4      ..........    ....   444
Mutation.moderatePhotos           44..    ....4   A.4      ..........    ....   444
Mutation.changeGuest              44..    ....4   A.4      ..........    ....   444
Mutation.undoAction               44..    ....4   A.4      ..........    ....   444
Subscription.onPhoto              44..    ....4   A.4      ..........    ....   444
Subscription.onGuest              44..    ....4   A.4      ..........    ....   444
Subscription.onAudit              44..    ....4   A.4      ..........    ....   444

Mutation.orderExport              44..    ....4   A.4      ..........    ....   444
Mutation.takeExport               44..    ....4   A.4      ..........    ....   444
Mutation.cancelExport             44..    ....4   A.4      ..........    ....   444

Query.deadLetters                 44..    ....4   A.4      ..........    ....   444
Mutation.retryDeadLetters         44..    ....4   A.4      ..........    ....   444
Query.alarms                      44..    ....4   A.4      ..........    ....   444
Query.lineQuota                   44..    ....4   A.4      ..........    ....   444
Query.photosUnderway              44..    ....4   A.4      ..........    ....   444

Query.person                      44..    ....4   ..4      AA........    ....   444
Query.event                       44..    ....4   ..4      AAA...A.AA    ....   444
Query.eventsToJoin                44..    ....4   ..4      A.........    ....   444
Query.guest                       44..    ....4   ..4      AAAA..A.AA    ....   444
Query.lineUserOfGuest             44..    ....4   ..4      A.........    ....   444
Query.guestsOfLineUser            44..    ....4   ..4      A.........    ....   444
Query.photo                       44..    ....4   ..4      A.A...A..A    ....   444
Query.photoById                   44..    ....4   ..4      AA.A......    ....   444
Query.photosOfGuest               44..    ....4   ..4      A.........    ....   444
Query.photosOfEvent               44..    ....4   ..4      A.A.....AA    ....   444
Query.photosLike                  44..    ....4   ..4      A.........    ....   444
Query.hasDelivery                 44..    ....4   ..4      A.........    ....   444
Query.delivery                    44..    ....4   ..4      ...A......    ....   444
Query.place                       44..    ....4   ..4      A.........    ....   444
Query.rankingPage                 44..    ....4   ..4      A.A.....A.    ....   444
Query.guestsOfEvent               44..    ....4   ..4      A........A    ....   444
Mutation.savePerson               44..    ....4   ..4      A.........    ....   444
Mutation.saveGuest                44..    ....4   ..4      A.........    ....   444
Mutation.saveWish                 44..    ....4   ..4      A.....A...    ....   444
Mutation.eraseGuest               44..    ....4   ..4      A.........    ....   444
Mutation.reviveGuest              44..    ....4   ..4      A.........    ....   444
Mutation.erasePerson              44..    ....4   ..4      A.........    ....   444
Mutation.saveLeaving              44..    ....4   ..4      A.....A...    ....   444
Mutation.savePhoto                44..    ....4   ..4      A.........    ....   444
Mutation.saveStanding             44..    ....4   ..4      A.........    ....   444
Mutation.claimDelivery            44..    ....4   ..4      A.........    ....   444
Mutation.claimLadder              44..    ....4   ..4      A.........    ....   444
Mutation.saveLadder               44..    ....4   ..4      A.........    ....   444
Mutation.publishStanding          44..    ....4   ..4      A.........    ....   444
Mutation.publishShownPhoto        44..    ....4   ..4      A.........    ....   444
Mutation.publishJob               44..    ....4   ..4      A.......AA    ....   444
Mutation.saveJob                  44..    ....4   ..4      A.A...AAAA    ....   444
Mutation.saveRules                44..    ....4   ..4      ..A.......    ....   444
Mutation.saveAudit                44..    ....4   ..4      A.AA...A..    ....   444
Mutation.saveDownload             44..    ....4   ..4      ..A.......    ....   444
Query.eventOfCode                 44..    ....4   ..4      A.A.......    ....   444
Mutation.saveEvent                44..    ....4   ..4      ..A....A..    ....   444
Mutation.saveStage                44..    ....4   ..4      ..A.......    ....   444
Mutation.publishStage             44..    ....4   ..4      ..A....A..    ....   444
Query.auditOfEvent                44..    ....4   ..4      A........A    ....   444
Query.auditEntry                  44..    ....4   ..4      A.A.......    ....   444
Mutation.decidePhoto              44..    ....4   ..4      ..A.......    ....   444
Mutation.decideGuest              44..    ....4   ..4      ..A.......    ....   444
Mutation.endEvent                 44..    ....4   A.4      ..........    ....   444
Query.eventsInState               44..    ....4   ..4      .......A..    ....   444
Query.hasPhotos                   44..    ....4   ..4      .......A..    ....   444
Mutation.dropPhoto                44..    ....4   ..4      A.........    ....   444
Mutation.dropGuest                44..    ....4   ..4      A.........    ....   444
Mutation.forgetWhereabouts        44..    ....4   ..4      A.........    ....   444
Mutation.reduceAudit              44..    ....4   ..4      A.........    ....   444
Mutation.eraseEvent               44..    ....4   ..4      A.........    ....   444
`;

/** Who may ask for them is nobody afterwards: they come last. */
export const endings: readonly string[] = ["Mutation.deleteEverything"];

/** The cells by operation, as they are written. */
export const table: ReadonlyMap<string, string> = new Map(
  rows
    .split("\n")
    .filter((line) => line.includes("."))
    .map((line) => [line.split(/ +/)[0] ?? "", line.replace(/^[^ ]+ +/, "")]),
);

/** The declared answers of one row. Throws when it has another length than there are identities. */
export function declared(operation: string): ReadonlyMap<Identity, Answer> {
  const groups = (table.get(operation) ?? "").split(/ +/);
  const isWhole = identities.every((names, at) => groups[at]?.length === names.length);
  if (!isWhole || groups.length !== identities.length) throw new Error(`${operation}: not one cell for each`);
  const letters = groups.join("");
  return new Map(identities.flat().map((identity, at) => [identity, answerOf(letters[at])]));
}

function answerOf(letter: string | undefined): Answer {
  for (const known of Object.keys(answers)) if (known === letter) return letter as Answer; // a key of `answers`
  throw new Error(`${letter} is no answer`);
}
