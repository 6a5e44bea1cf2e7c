import { link } from "./address.ts";
import { type Check, label, type Member, need, oneOf, pattern, shape, text, variants } from "./check.ts";

/** The name that a rich menu goes by. */
export const ALIAS_ID = /^[a-z0-9_-]{1,32}$/u;

const type = need(text(40));
const moment = pattern(/^\d{4}-\d\d-\d\d([tT]\d\d:\d\d)?$/u, /^\d\d:\d\d$/u);

function actions(labelMember: Member): Record<string, Check> {
  const common = { type, label: labelMember };
  return {
    postback: shape({
      ...common,
      data: need(text(300)),
      displayText: label(300),
      text: label(300),
      inputOption: oneOf("closeRichMenu", "openRichMenu", "openKeyboard", "openVoice"),
      fillInText: text(300),
    }),
    message: shape({ ...common, text: need(label(300)) }),
    uri: shape({ ...common, uri: need(link), altUri: shape({ desktop: link }) }),
    datetimepicker: shape({
      ...common,
      data: need(text(300)),
      mode: need(oneOf("date", "time", "datetime")),
      initial: moment,
      max: moment,
      min: moment,
    }),
    clipboard: shape({ ...common, clipboardText: need(text(1000)) }),
  };
}

/** A tap on a box, an image, a text or a bubble: the label is for screen readers and may be absent. */
export const tapAction: Check = variants(actions(label(40)));

export const buttonAction: Check = variants(actions(need(label(40))));

const quickLabel = need(label(20));

export const quickReplyAction: Check = variants({
  ...actions(quickLabel),
  camera: shape({ type, label: quickLabel }),
  cameraRoll: shape({ type, label: quickLabel }),
  location: shape({ type, label: quickLabel }),
});

const menuLabel = label(20);

/** What an area of a rich menu does. The camera and the album are there by LINE's addresses alone. */
export const richMenuAction: Check = variants({
  ...actions(menuLabel),
  richmenuswitch: shape({
    type,
    label: menuLabel,
    richMenuAliasId: need(pattern(ALIAS_ID)),
    data: need(text(300)),
  }),
});
