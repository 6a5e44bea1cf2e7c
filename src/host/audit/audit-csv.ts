/** Excel takes a file without it for one in the country's old letters. */
const BYTE_ORDER_MARK = "\uFEFF";

/** A table as spreadsheets open it: RFC 4180, UTF-8 with its mark. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `${BYTE_ORDER_MARK}${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/**
 * A guest chooses the own name: what a spreadsheet would take for a formula becomes text by an apostrophe, wide signs
 * too, which a Japanese Excel reads like narrow ones.
 */
function cell(text: string): string {
  const harmless = /^\s*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
