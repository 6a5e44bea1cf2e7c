/** What can be printed. */
export const papers = ["cards", "poster", "result"] as const;
export type Paper = (typeof papers)[number];

/** The paper that the fragment of an address names, such as `#poster`. */
export function paperOf(hash: string): Paper {
  return papers.find((paper) => hash === `#${paper}`) ?? "cards";
}
