import type { Page } from "playwright-core";

/** So far the page goes at once: timers are met at their time, motion in steps that are finer than the eye. */
export const TICK_MS = 40;

/** Stops the page's time; from here on it goes only as `advance` lets it, however slow the machine draws. */
export async function stopClock(page: Page): Promise<void> {
  const now = await page.evaluate(() => Date.now());
  await page.clock.pauseAt(now + 1_000);
  await step(page, 0);
}

/** One tick more. */
export async function advance(page: Page): Promise<void> {
  await page.clock.runFor(TICK_MS);
  await step(page, TICK_MS);
}

/** Timers are imitated, motion is not: each animation is held and put where it would be by now. */
async function step(page: Page, ms: number): Promise<void> {
  await page.evaluate(async (byMs) => {
    const { port1, port2 } = new MessageChannel();
    // What timers changed is drawn before motion goes on.
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise((done) => {
        port1.onmessage = done;
        port2.postMessage(null);
      });
    }
    for (const animation of document.getAnimations()) {
      if (animation.playState === "running") {
        animation.pause();
        animation.currentTime = 0;
      } else {
        animation.currentTime = Number(animation.currentTime) + byMs;
        const endTime = Number(animation.effect?.getComputedTiming().endTime ?? 0);
        if (Number(animation.currentTime) >= endTime) animation.finish();
      }
    }
  }, ms);
}
