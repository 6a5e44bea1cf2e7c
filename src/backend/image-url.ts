/** `display`: at most 1024 px; `thumbnail`: 320 px on the long edge. `image` as the API names it. */
export function imageUrl(cdnUrl: string, image: string, copy: "display" | "thumbnail"): string {
  return `${cdnUrl}/${image}${copy === "thumbnail" ? "-s" : ""}.jpg`;
}
