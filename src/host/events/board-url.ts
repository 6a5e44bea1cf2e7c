/** The address of a board on the site that this page came from. */
export function boardUrl(boardId: string): string {
  return `${globalThis.location.origin}/board/${encodeURIComponent(boardId)}`;
}
