import { isRecord } from "../wire/parse-json.ts";
import { pictureUrl } from "./address.ts";
import { quickReplyAction } from "./action.ts";
import { type Check, integer, list, need, oneOf, shape, text, variants } from "./check.ts";

const TEXT_MAX = 5000;
const ALT_TEXT_MAX = 1500;
const QUICK_REPLIES_MAX = 13;
const SENDER_NAME_MAX = 20;

const senderName: Check = (value, at) => {
  text(SENDER_NAME_MAX)(value, at);
  if (typeof value === "string" && /line/iu.test(value)) at.fail("The name may not contain LINE");
};

const common = {
  type: need(text(40)),
  quickReply: shape({
    items: need(
      list(
        1,
        QUICK_REPLIES_MAX,
        shape({ type: need(oneOf("action")), imageUrl: pictureUrl, action: need(quickReplyAction) }),
      ),
    ),
  }),
  sender: shape({ name: senderName, iconUrl: pictureUrl }),
};

const emoji = shape({
  index: need(integer(0, TEXT_MAX)),
  productId: need(text(100)),
  emojiId: need(text(100)),
});
const anything: Check = () => {};

/** Types that LINE knows and this stand-in does not show. */
export const UNSUPPORTED_TYPES = ["textV2", "video", "audio", "location", "imagemap", "template", "coupon"];

/** One message object of a reply or push, without the inside of a Flex container. */
export const message: Check = variants({
  text: shape({ ...common, text: need(text(TEXT_MAX)), emojis: list(1, 20, emoji), quoteToken: text(500) }),
  sticker: shape({
    ...common,
    packageId: need(text(20)),
    stickerId: need(text(20)),
    quoteToken: text(500),
  }),
  image: shape({ ...common, originalContentUrl: need(pictureUrl), previewImageUrl: need(pictureUrl) }),
  flex: shape({ ...common, altText: need(text(ALT_TEXT_MAX)), contents: need(anything) }),
});

export function typeOf(value: unknown): string | undefined {
  return isRecord(value) && typeof value["type"] === "string" ? value["type"] : undefined;
}
