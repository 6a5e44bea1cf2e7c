/** What `<input type="datetime-local">` and `<input type="date">` hold, in the clock of this machine. */

/** `2026-11-21T18:00` */
export function minuteText(at: number): string {
  return `${dayText(at)}T${timeText(at)}`;
}

/** `18:00` */
export function timeText(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** `2026-11-21` */
export function dayText(at: number): string {
  const date = new Date(at);
  return `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Milliseconds since the epoch; undefined for what is no time. */
export function readMinute(text: string): number | undefined {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? finite(new Date(text).getTime()) : undefined;
}

/** The last moment of the day. */
export function readDay(text: string): number | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? finite(new Date(`${text}T23:59:59.999`).getTime()) : undefined;
}

const two = (number: number): string => String(number).padStart(2, "0");
const finite = (at: number): number | undefined => (Number.isFinite(at) ? at : undefined);
