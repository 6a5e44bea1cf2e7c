import fc from "fast-check";
import { expect, it } from "vitest";
import { csvOf } from "./audit-csv.ts";

it("begins with the mark by which Excel knows UTF-8, and ends lines as Excel does", () => {
  expect(
    csvOf([
      ["日時", "b"],
      ["1", "2"],
    ]),
  ).toBe("\uFEFF日時,b\r\n1,2\r\n");
});

it("quotes what would break the table", () => {
  expect(csvOf([["a,b", 'say "hi"', "two\nlines", "plain"]])).toBe(
    '\uFEFF"a,b","say ""hi""","two\nlines",plain\r\n',
  );
});

it.each(['=HYPERLINK("http://x")', "+1", "-1+1", "@SUM(A1)", "＝1+1", "＠x", " =1", "\t=1", "\r=1"])(
  "turns what a spreadsheet would compute into text: %j",
  (formula) => {
    const [line] = csvOf([[formula]])
      .slice(1)
      .split("\r\n");
    expect(csvOf([[formula]])).toContain(`"'`);
    expect(line?.startsWith(`"'`)).toBe(true);
  },
);

it("keeps every other text as it is", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1 }), (row) => {
      const cells = row.map((text) => `x${text}`);
      expect(parsed(csvOf([cells]))).toEqual([cells]);
    }),
  );
});

/** RFC 4180, read as spreadsheets do. */
function parsed(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  const text = csv.slice(1);
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell === "") isQuoted = true;
    else if (letter === "," || (letter === "\r" && text[at + 1] === "\n")) {
      rows.at(-1)?.push(cell);
      cell = "";
      if (letter === "\r") {
        rows.push([]);
        at += 1;
      }
    } else cell += letter;
  }
  return rows.slice(0, -1);
}
