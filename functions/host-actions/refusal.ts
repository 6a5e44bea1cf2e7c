/** What a host can do something about; it becomes a GraphQL error of this type with these words. */
export interface Refusal {
  readonly refused: "BadInput" | "NotFound" | "Conflict";
  readonly words: string;
}
