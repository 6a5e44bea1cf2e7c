const PAUSE_MS = 3_000;

/** Loads a part of a page, and tries again until the network gives it. Never rejects. */
export async function loadLate<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      console.info("a part of the page has not come yet", error);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
