import type { HostPhoto } from "../../backend/host-photo.ts";
import {
  emptyList,
  isInTab,
  newestFirst,
  photoIn,
  type PhotoList,
  photosOf,
  type Tab,
  unsortedOf,
} from "./photo-list.ts";
import type { Says } from "./queue-backend.ts";

/** A choice on its way to the backend. `seen`: the number of decisions that it builds on. */
export interface Sending {
  readonly says: Says;
  readonly seen: number;
}

/** What the host has before the eyes. */
export interface QueueState {
  readonly list: PhotoList;
  readonly tab: Tab;
  /**
   * Ids in the order of the grid. It stays while the host works: what has left the tab keeps its place, what is new
   * waits outside, until the host asks for it or does nothing for a while.
   */
  readonly ids: readonly string[];
  /** How many photos of the tab wait outside. */
  readonly newcomers: number;
  /** The photo that is looked at. */
  readonly focus: string | null;
  readonly selected: ReadonlySet<string>;
  /** Where a range begins. */
  readonly anchor: string | null;
  readonly sending: ReadonlyMap<string, Sending>;
}

export const emptyState: QueueState = {
  list: emptyList,
  tab: "pending",
  ids: [],
  newcomers: 0,
  focus: null,
  selected: new Set(),
  anchor: null,
  sending: new Map(),
};

/** Takes what is known now without moving anything that stands: older photos are appended, newer ones only counted. */
export function withList(state: QueueState, list: PhotoList): QueueState {
  if (list === state.list) return state;
  const next = { ...state, list, sending: stillSending(state.sending, list) };
  if (next.ids.length === 0) return settled(next);
  const last = photoIn(list, next.ids.at(-1) ?? "");
  const placed = new Set(next.ids);
  const older: HostPhoto[] = [];
  let newcomers = 0;
  for (const photo of unsortedOf(list, next.tab)) {
    if (placed.has(photo.photoId)) continue;
    if (last !== undefined && newestFirst(last, photo) < 0) older.push(photo);
    else newcomers += 1;
  }
  const appended = older.toSorted(newestFirst).map(({ photoId }) => photoId);
  return { ...next, newcomers, ids: appended.length === 0 ? next.ids : [...next.ids, ...appended] };
}

/** Everything that the tab holds now, and nothing else. */
export function settled(state: QueueState): QueueState {
  const ids = photosOf(state.list, state.tab).map(({ photoId }) => photoId);
  const focus =
    state.focus !== null && ids.includes(state.focus) ? state.focus : nearest(state, new Set(ids));
  return { ...state, ids, newcomers: 0, focus: focus ?? ids[0] ?? null };
}

/** Takes out what has left the tab; the focused photo stays as long as the host looks at it. */
export function tidied(state: QueueState, isLooking: boolean): QueueState {
  const { list, tab, focus } = state;
  const ids = state.ids.filter((id) => (isLooking && id === focus) || isInTab(list, tab, id));
  if (ids.length === state.ids.length) return state;
  const isThere = focus !== null && ids.includes(focus);
  return { ...state, ids, focus: isThere ? focus : (nearest(state, new Set(ids)) ?? null) };
}

export function inTab(state: QueueState, tab: Tab): QueueState {
  if (tab === state.tab) return settled(state);
  return settled({ ...state, tab, selected: new Set(), anchor: null });
}

export function focused(state: QueueState, photoId: string): QueueState {
  const shown = state.ids.includes(photoId) ? state : settled(state);
  return { ...shown, focus: photoId };
}

/** The focus so many places on; it stops at both ends. */
export function moved(state: QueueState, step: number): QueueState {
  if (state.ids.length === 0) return state;
  const at = state.focus === null ? -1 : state.ids.indexOf(state.focus);
  const to = at < 0 ? 0 : Math.min(state.ids.length - 1, Math.max(0, at + step));
  return { ...state, focus: state.ids[to] ?? null };
}

/** After a decision: the next photo that still belongs here, below first, then above; otherwise the focus stays. */
export function movedOn(state: QueueState, decided: readonly string[]): QueueState {
  if (state.focus === null || !decided.includes(state.focus)) return state;
  const at = state.ids.indexOf(state.focus);
  const isOpen = (id: string) => isUndecided(state, id) && !decided.includes(id);
  const next = state.ids.slice(at + 1).find(isOpen) ?? state.ids.slice(0, at).findLast(isOpen);
  return next === undefined ? state : { ...state, focus: next };
}

/** Selects or not; with `isRange` everything from the last one that was touched. */
export function toggled(state: QueueState, photoId: string, isRange: boolean): QueueState {
  const selected = new Set(state.selected);
  const from = state.anchor === null ? -1 : state.ids.indexOf(state.anchor);
  const to = state.ids.indexOf(photoId);
  if (isRange && from >= 0 && to >= 0) {
    for (const id of state.ids.slice(Math.min(from, to), Math.max(from, to) + 1)) {
      if (isUndecided(state, id)) selected.add(id);
    }
  } else if (!selected.delete(photoId)) {
    selected.add(photoId);
  }
  return { ...state, selected, anchor: photoId };
}

export function allSelected(state: QueueState): QueueState {
  return { ...state, selected: new Set(state.ids.filter((id) => isUndecided(state, id))), anchor: null };
}

export function noneSelected(state: QueueState): QueueState {
  return { ...state, selected: new Set(), anchor: null };
}

/** The photos that a key or button means: the selected ones, otherwise the focused one. */
export function meant(state: QueueState): readonly HostPhoto[] {
  const ids = state.selected.size > 0 ? [...state.selected] : state.focus === null ? [] : [state.focus];
  return ids.flatMap((id) => photoIn(state.list, id) ?? []);
}

/** Whether something would change if the host said so. */
export function canSay(photo: HostPhoto, says: Says): boolean {
  if (photo.state === "removed") return false;
  const said = photo.decision?.says ?? null;
  switch (says) {
    case "show":
      return photo.size !== null && (photo.state !== "shown" || said === "hide");
    case "hide":
      return photo.state !== "hidden" || said === "show";
    case "rules":
      return said !== null;
  }
}

function isUndecided(state: QueueState, photoId: string): boolean {
  return isInTab(state.list, state.tab, photoId) && !state.sending.has(photoId);
}

/** The first photo at or below the focus, otherwise above, that is still there. */
function nearest(state: QueueState, there: ReadonlySet<string>): string | undefined {
  const at = state.focus === null ? -1 : state.ids.indexOf(state.focus);
  if (at < 0) return undefined;
  const isThere = (id: string) => there.has(id);
  return state.ids.slice(at).find(isThere) ?? state.ids.slice(0, at).findLast(isThere);
}

/** A choice has arrived when the photo tells of a decision that the host had not seen. */
function stillSending(sending: ReadonlyMap<string, Sending>, list: PhotoList): ReadonlyMap<string, Sending> {
  const left = [...sending].filter(([id, { seen }]) => {
    const photo = photoIn(list, id);
    return photo !== undefined && photo.state !== "removed" && (photo.decision?.count ?? 0) <= seen;
  });
  return left.length === sending.size ? sending : new Map(left);
}
