export type Cell = string | number | undefined;

/** So that Excel takes the file for what it is, UTF-8. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** X6: what spreadsheet programs take for the beginning of a formula. */
const formula = /^[=+\-@\t\r]/;

/** One line with its end, as RFC 4180 has it. A text is never a formula. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(",")}\r\n`;

function csvCell(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
