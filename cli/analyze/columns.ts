// Characters of East Asian writing take two columns of a terminal.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** How many columns a terminal gives to a text. */
export function columnsOf(text: string): number {
  // Marks that sit on the letter before them take none.
  const letters = [...text.normalize("NFC")].filter((letter) => !/\p{Mark}/u.test(letter));
  return letters.reduce((sum, letter) => sum + (wide.test(letter) ? 2 : 1), 0);
}

export const padEnd = (text: string, columns: number): string =>
  text + " ".repeat(Math.max(0, columns - columnsOf(text)));

export const padStart = (text: string, columns: number): string =>
  " ".repeat(Math.max(0, columns - columnsOf(text))) + text;

/** A name without anything that would move the cursor. */
export const printable = (text: string): string => text.replaceAll(/\p{Control}/gu, "\ufffd");
