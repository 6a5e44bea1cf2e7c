/**
 * T2: which of the words stand in the text of a picture, as the host wrote them. Width, case, kana, marks and spaces
 * make no difference: ｂａｋａ, BAKA and ba ka are the same, as are バカ and ばか.
 */
export function bannedWordsIn(lines: readonly string[], words: readonly string[]): readonly string[] {
  const text = folded(lines.join(""));
  return words.filter((word) => {
    const wanted = folded(word);
    return wanted !== "" && text.includes(wanted);
  });
}

const KATAKANA_TO_HIRAGANA = 0x60;

/** T2: what is left when width, case, kana, marks and spaces make no difference. */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\u30a1-\u30f6]/g, (kana) =>
      String.fromCodePoint((kana.codePointAt(0) ?? 0) - KATAKANA_TO_HIRAGANA),
    )
    .replaceAll(/[^\p{Letter}\p{Number}ー]/gu, "");
}
