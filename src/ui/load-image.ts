/** Pixels of an image that the browser has fetched and decoded. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Fetches and decodes an image, so that it appears at once when it is shown. Rejects when it is broken or gone. */
export async function loadImage(url: string): Promise<ImageSize> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return { width: image.naturalWidth, height: image.naturalHeight };
}
