import { launchBrowser } from "../fixtures/browser.ts";
import { drawStages } from "./draw-stages.ts";

// Makes the README's sheets of all stages anew, one for each theme of the board.
const browser = await launchBrowser();
try {
  await drawStages(browser);
} finally {
  await browser.close();
}
