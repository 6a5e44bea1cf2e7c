import { isDeepStrictEqual } from "node:util";
import type { EventSettings } from "#domain/event";
import type { Ladder } from "#domain/ranking";
import type { StageName } from "#domain/stage";
import type {
  CeremonyStore,
  Guest,
  GuestKey,
  NewGuest,
  Person,
  PhotoKey,
  StoredPhoto,
} from "./ports/ceremony-store.ts";

type Row = Guest & { readonly photos: number; readonly photoId?: string; readonly image?: string };

const guestKey = ({ eventId, guestId }: GuestKey): string => `${eventId}#${guestId}`;
const photoKey = (key: PhotoKey): string => `${guestKey(key)}#${key.photoId}`;

/** The API's promises without the API: conditional writes, consistent reads, what was published. For tests. */
export class InMemoryStore implements CeremonyStore {
  readonly persons = new Map<string, Person>();
  readonly events = new Map<string, EventSettings>();
  /** By the event's id. */
  readonly stages = new Map<string, StageName>();
  /** Ids of events. */
  readonly joinCodes = new Map<string, string>();
  readonly guests = new Map<string, Row>();
  /** Who the guests are to LINE, by the same keys. */
  readonly lineUsers = new Map<string, string>();
  readonly photos = new Map<string, StoredPhoto>();
  readonly deliveries = new Map<string, string>();
  readonly ladderDueAt = new Map<string, number>();
  readonly ladders = new Map<string, Ladder & { guests: number; photos: number; computedAt: number }>();
  readonly publishedStandings: Row[] = [];
  readonly publishedPhotos: StoredPhoto[] = [];

  person = async (lineUserId: string) => this.persons.get(lineUserId);

  savePerson = async (person: Person) => {
    const joinedAt = this.persons.get(person.lineUserId)?.joinedAt ?? 0;
    const isPlaying =
      person.eventId === undefined && this.persons.get(person.lineUserId)?.eventId !== undefined;
    if (joinedAt <= (person.joinedAt ?? 0) && !isPlaying) this.persons.set(person.lineUserId, person);
  };

  event = async (eventId: string) => this.events.get(eventId);

  eventsToJoin = async (now: number) => {
    const open = [...this.events.values()].filter(
      ({ state, closesAt, isRehearsal }) => state === "open" && closesAt > now && isRehearsal !== true,
    );
    const byOpening = open.toSorted((a, b) => a.opensAt - b.opensAt);
    const begun = byOpening.filter((event) => event.opensAt <= now).toReversed();
    return begun.length > 0 ? begun.slice(0, 2) : byOpening.slice(0, 1);
  };

  eventOfCode = async (joinCode: string) => {
    const event = this.events.get(this.joinCodes.get(joinCode) ?? "");
    return event?.state === "archived" ? undefined : event;
  };

  guest = async (key: GuestKey) => this.guests.get(guestKey(key));

  lineUserOfGuest = async (key: GuestKey) => this.lineUsers.get(guestKey(key));

  saveGuest = async (guest: NewGuest, lineUserId: string) => {
    const known = this.guests.get(guestKey(guest));
    const row = known ?? {
      ...guest,
      isNamedByHost: false,
      isExcluded: false,
      isOffScreen: false,
      photos: 0,
      version: 1,
    };
    this.guests.set(guestKey(guest), row);
    if (known === undefined) this.lineUsers.set(guestKey(guest), lineUserId);
    return row;
  };

  saveWish: CeremonyStore["saveWish"] = async (key, wish, expectedVersion) => {
    const row = this.guests.get(guestKey(key));
    if (row === undefined || row.version !== expectedVersion) return false;
    const { heldName: _held, ...rest } = row;
    this.guests.set(guestKey(key), { ...rest, ...wish, version: expectedVersion + 1 });
    return true;
  };

  guestsOfLineUser = async (lineUserId: string) =>
    [...this.guests.values()].filter((row) => this.lineUsers.get(guestKey(row)) === lineUserId);

  eraseGuest: CeremonyStore["eraseGuest"] = async (erasure, expectedVersion) => {
    const { isForgotten, ...left } = erasure;
    const row = this.guests.get(guestKey(erasure));
    if ((row?.version ?? 0) !== expectedVersion) return false;
    const { bannedAt, decision } = row ?? {};
    this.guests.set(guestKey(erasure), {
      ...left,
      isNamedByHost: false,
      isExcluded: row?.isExcluded ?? false,
      isOffScreen: false,
      ...(bannedAt !== undefined && { bannedAt }),
      ...(decision !== undefined && { decision }),
      photos: 0,
      version: expectedVersion + 1,
    });
    if (isForgotten) this.lineUsers.delete(guestKey(erasure));
    return true;
  };

  reviveGuest: CeremonyStore["reviveGuest"] = async (guest, lineUserId, expectedVersion) => {
    const row = this.guests.get(guestKey(guest));
    if (row?.version !== expectedVersion || row.erasedAt === undefined || row.bannedAt !== undefined)
      return false;
    const { erasedAt: _erasedAt, ...rest } = row;
    this.guests.set(guestKey(guest), { ...rest, ...guest, version: expectedVersion + 1 });
    this.lineUsers.set(guestKey(guest), lineUserId);
    return true;
  };

  erasePerson = async (lineUserId: string, until: number) => {
    if ((this.persons.get(lineUserId)?.seenAt ?? 0) <= until) this.persons.delete(lineUserId);
  };

  saveLeaving: CeremonyStore["saveLeaving"] = async (key, leavesAt, expectedVersion) => {
    const known = this.photos.get(photoKey(key));
    if (known?.version !== expectedVersion || known.state === "removed") return false;
    const { leavesAt: _former, ...rest } = known;
    const leaving = { ...rest, ...(leavesAt !== undefined && { leavesAt }) };
    this.photos.set(photoKey(key), { ...leaving, version: expectedVersion + 1 });
    return true;
  };

  photo = async (key: PhotoKey) => this.photos.get(photoKey(key));

  photoById = async (photoId: string) => [...this.photos.values()].find((photo) => photo.photoId === photoId);

  photosOfGuest = async (key: GuestKey) =>
    [...this.photos.values()].filter((photo) => guestKey(photo) === guestKey(key));

  /** Three a page. */
  photosOfEvent: CeremonyStore["photosOfEvent"] = async (eventId, nextToken = "0", term) => {
    const all = [...this.photos.values()].filter(
      (photo) =>
        photo.eventId === eventId &&
        (term === undefined || (photo.sentAt >= term.from && photo.sentAt <= term.to)),
    );
    const [from, to] = [Number(nextToken), Number(nextToken) + 3];
    const photos = all.toSorted((a, b) => a.sentAt - b.sentAt).slice(from, to);
    return { photos, ...(to < all.length && { nextToken: String(to) }) };
  };

  photosLike: CeremonyStore["photosLike"] = async (eventId, { contentHash, lookHash }) => {
    const alike = [...this.photos.values()].filter(
      (photo) =>
        photo.eventId === eventId &&
        (photo.contentHash === contentHash || (lookHash !== undefined && photo.lookHash === lookHash)),
    );
    return alike.toSorted((a, b) => a.sentAt - b.sentAt);
  };

  savePhoto: CeremonyStore["savePhoto"] = async (photo, expectedVersion) => {
    const known = this.photos.get(photoKey(photo));
    const wanted = { ...photo, version: expectedVersion + 1 };
    // As AppSync: what is there already, word for word, counts as written.
    if ((known?.version ?? 0) !== expectedVersion) return isDeepStrictEqual(known, wanted);
    this.photos.set(photoKey(photo), wanted);
    return true;
  };

  saveStanding: CeremonyStore["saveStanding"] = async (key, standing, expectedVersion) => {
    const row = this.guests.get(guestKey(key));
    if (row === undefined || row.version !== expectedVersion) return false;
    const { score: _score, rankKey: _rankKey, photoId: _photoId, image: _image, ...rest } = row;
    const { score, rankKey, best } = standing;
    this.guests.set(guestKey(key), {
      ...rest,
      ...(score !== undefined && { score }),
      ...(rankKey !== undefined && { rankKey }),
      ...(best !== undefined && { photoId: best.photoId }),
      ...(best?.image !== undefined && { image: best.image }),
      photos: standing.photos,
      version: expectedVersion + 1,
    });
    return true;
  };

  claimDelivery: CeremonyStore["claimDelivery"] = async ({ deliveryId, kind }) => {
    const known = this.deliveries.get(deliveryId);
    if (known === undefined) this.deliveries.set(deliveryId, kind);
    // As AppSync: what is there already, word for word, counts as written.
    return known === undefined || known === kind;
  };

  hasDelivery = async (deliveryId: string) => this.deliveries.has(deliveryId);

  place: CeremonyStore["place"] = async (eventId, scoreKey) => {
    const ladder = this.ladders.get(eventId);
    const above = this.ranked(eventId).filter((guest) => (guest.rankKey ?? "") > `${scoreKey}~`).length;
    return { above, isComplete: true, ...(ladder !== undefined && { ladder }) };
  };

  topGuests: CeremonyStore["topGuests"] = async (eventId, limit) =>
    this.ranked(eventId)
      .slice(0, limit)
      .map(({ displayName, score = 0, rankKey = "" }) => ({ displayName, score, rankKey }));

  stageOf = async (eventId: string) => this.stages.get(eventId) ?? "join";

  rankingPage: CeremonyStore["rankingPage"] = async (eventId, nextToken) => {
    const from = Number(nextToken ?? 0);
    const ranked = this.ranked(eventId);
    const guests = ranked.slice(from, from + 2).map(({ score = 0, photos }) => ({ score, photos }));
    return { guests, ...(from + 2 < ranked.length && { nextToken: String(from + 2) }) };
  };

  claimLadder: CeremonyStore["claimLadder"] = async (eventId, now, dueAt) => {
    const known = this.ladderDueAt.get(eventId) ?? 0;
    if (known > now && known !== dueAt) return false;
    this.ladderDueAt.set(eventId, dueAt);
    return true;
  };

  saveLadder: CeremonyStore["saveLadder"] = async (eventId, ladder) => {
    if ((this.ladders.get(eventId)?.computedAt ?? 0) >= ladder.computedAt) return false;
    this.ladders.set(eventId, ladder);
    return true;
  };

  publishStanding = async (key: GuestKey) => {
    const row = this.guests.get(guestKey(key));
    if (row !== undefined) this.publishedStandings.push(row);
  };

  publishShownPhoto = async (key: PhotoKey) => {
    const photo = this.photos.get(photoKey(key));
    if (photo !== undefined) this.publishedPhotos.push(photo);
  };

  private ranked(eventId: string): Row[] {
    const rows = [...this.guests.values()].filter(
      (row) => row.eventId === eventId && row.rankKey !== undefined,
    );
    return rows.toSorted((a, b) => ((a.rankKey ?? "") < (b.rankKey ?? "") ? 1 : -1));
  }
}
