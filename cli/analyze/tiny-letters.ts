/** Three by five dots, row by row, three bits each: a machine without any font can still write. */
const glyphs: Readonly<Record<string, string>> = {
  "0": "75557",
  "1": "26227",
  "2": "71747",
  "3": "71317",
  "4": "55711",
  "5": "74717",
  "6": "74757",
  "7": "71222",
  "8": "75757",
  "9": "75717",
  ".": "00002",
  A: "25755",
  B: "65656",
  C: "34443",
  D: "65556",
  E: "74647",
  F: "74644",
  G: "34553",
  H: "55755",
  I: "72227",
  J: "11152",
  K: "55655",
  L: "44447",
  M: "57755",
  N: "65555",
  O: "25552",
  P: "65644",
  Q: "25563",
  R: "65655",
  S: "34216",
  T: "72222",
  U: "55557",
  V: "55552",
  W: "55775",
  X: "55255",
  Y: "55222",
  Z: "71247",
};

const WIDTH = 3;
export const LETTER_HEIGHT = 5;

/** In dots, with a gap of one behind each letter. */
export const widthInDots = (text: string): number => text.length * (WIDTH + 1) - 1;

/** An SVG path of the text in capitals, `dot` pixels each; letters that are not known stay blank. */
export function tinyLetters(text: string, left: number, top: number, dot: number): string {
  return [...text.toUpperCase()]
    .flatMap((letter, index) =>
      [...(glyphs[letter] ?? "")].flatMap((row, y) =>
        Array.from({ length: WIDTH }, (_, x) => x)
          .filter((x) => (Number(row) >> (WIDTH - 1 - x)) & 1)
          .map((x) => {
            const [dotLeft, dotTop] = [left + (index * (WIDTH + 1) + x) * dot, top + y * dot];
            return `M${dotLeft} ${dotTop}h${dot}v${dot}h${-dot}z`;
          }),
      ),
    )
    .join("");
}
