import { expect, it } from "vitest";
import { csvLine } from "./csv.ts";

it("quotes what needs it, and leaves out what is not there", () => {
  expect(csvLine(["花子", undefined, 142.6, 'a "b", c', "two\nlines"])).toBe(
    '花子,,142.6,"a ""b"", c","two\nlines"\r\n',
  );
});

it("X6: a text is never a formula, a number stays one", () => {
  expect(csvLine(["=1+1", "+81", "-2", "@SUM(A1)", "\t=1", -2])).toBe(
    "'=1+1,'+81,'-2,'@SUM(A1),'\t=1,-2\r\n",
  );
  expect(csvLine(['=HYPERLINK("http://x","y")'])).toBe(`"'=HYPERLINK(""http://x"",""y"")"\r\n`);
});
