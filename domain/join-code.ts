/**
 * Six letters and digits, none of which is taken for another one (0 and O, 1 and I, 2 and Z, 5 and S, 8 and B), and no
 * vowels, so that no code is a word and hardly a word is a code.
 */
export const JOIN_ALPHABET = "CDFGHJKLMNPQRTVWXYZ34679";
export const JOIN_LENGTH = 6;

const isCode = new RegExp(`^[${JOIN_ALPHABET}]{${JOIN_LENGTH}}$`);

/** E5: the join code of 24^6 = 191 million that `numbers` choose, each from 0 up to 1. */
export function joinCodeOf(numbers: readonly number[]): string {
  return Array.from({ length: JOIN_LENGTH }, (_, index) =>
    JOIN_ALPHABET.charAt(Math.floor((numbers[index] ?? 0) * JOIN_ALPHABET.length)),
  ).join("");
}

/** E5: the join code that a guest typed; `undefined` for everything else. Width, case, spaces and dashes do not matter. */
export function readJoinCode(text: string): string | undefined {
  const code = text
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}\p{Cf}ー]/gu, "");
  return isCode.test(code) ? code : undefined;
}

/** Opens the chat with the bot and the code already typed; `basicId` begins with `@`. */
export function joinUrl(basicId: string, joinCode: string): string {
  return `https://line.me/R/oaMessage/${encodeURIComponent(basicId)}/?${encodeURIComponent(joinCode)}`;
}
