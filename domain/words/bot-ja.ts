import type { BotWords, ChatNote, EventWords, Refusal } from "./bot-words.ts";

export const japanese: BotWords = {
  guest: "ゲスト",
  happiness: "幸福度",
  facesLabel: "写っている人",
  faces: (count) => `${count}人`,
  placeLabel: "現在の順位",
  place: (place) => `${place}位`,
  newBest: "自己ベストです！",
  best: (points) => `これまでのベスト ${points}`,
  praise: (happiness) => {
    if (happiness >= 90) return "最高の笑顔、いただきました！";
    if (happiness >= 60) return "すてきな笑顔ですね。";
    if (happiness >= 30) return "いい表情です。もう一息！";
    return "次はとびきりの笑顔でどうぞ！";
  },
  hint: (faces) => (faces === 1 ? "あと2人誘うと、ぐんと伸びます。" : "笑顔が増えるほど得点アップ！"),
  facelessHint: "お顔の写った写真なら、笑顔の分だけ得点になります。",
  missionHeadline: "ミッション達成！",
  missionMet: (title) => `★ ${title} 達成！`,
  moreOnMyPage: (count) => `ほか${count}件はマイページでご覧いただけます。`,
  openMyPage: "マイページで見る",
  waiting: "確認待ち",
  waitingNote: "主催者の確認が済みしだい、スクリーンとランキングに登場します。",
  received:
    "写真をお預かりしました。ただいま混み合っていて、採点に少しお時間をいただいています。結果はマイページでご覧いただけます。",
  setTold: (photos, best) =>
    best === undefined ? `${photos}枚の結果が出ました` : `${photos}枚の結果：最高 ${best}`,
  stillReading: (photos) => `あと${photos}枚は計算中です。結果は、少しあとにマイページでご覧ください。`,
  earlierResults: "先ほどお伝えできなかった写真の結果です。",
  refusal,
  camera: "写真を撮る",
  album: "アルバムから選ぶ",
  ranking: "ランキング",
  myPage: "マイページ",
  myPageLead: "これまでの写真と得点は、マイページでご覧いただけます。",
  rankingTitle: "いまのランキング",
  rankingEmpty: "まだ誰もいません。最初の一枚をお待ちしています！",
  ownPlace: (place, points) => `あなたは ${place}位（${points}）です。`,
  noPlaceYet: "あなたの順位はまだありません。笑顔の写真を送ると、ここに載ります。",
  note,
  leaveTitle: "すべて削除しますか？",
  leaveText:
    "送っていただいた写真、得点、順位、お名前を、参加したすべてのイベントから削除します。元には戻せません。\nトークに残っている写真は、お手元から消えません。",
  leaveNow: "すべて削除する",
  stay: "やめておく",
  guideTitle: "遊びかた",
  guideLead: (event) =>
    event === undefined
      ? "笑顔の写真で競う、笑顔ランキングです。"
      : `「${event.title}」の笑顔ランキングです。`,
  guideSteps: ["まわりの方と、笑顔の写真を撮る", "このトークに写真を送る", "スクリーンで順位をチェック！"],
  guideNote: "全員の笑顔の合計が得点です。はじめましての方も誘って、大勢でどうぞ。",
  commandsLead: "こんな言葉も送れます",
  commands: [
    { text: "ランキング", what: "上位5人と自分の順位" },
    { text: "マイページ", what: "自分の写真と得点" },
    { text: "名前 花子", what: "表示名を「花子」に変更" },
    { text: "English / 中文", what: "ことばの切り替え" },
    { text: "表示しない / 表示する", what: "スクリーンへの表示をやめる・再開する" },
    { text: "退会", what: "自分の写真と記録をすべて削除" },
  ],
  welcome: "ようこそ！",
  openPrivacy: "写真の取り扱い・問い合わせ先",
  privacy: (event) =>
    [
      "友だち追加ありがとうございます。はじめに、写真の取り扱いについてお知らせします。",
      "■ お預かりするもの\n送っていただいた写真と、LINEの表示名・ユーザーID、写真から読み取った表情です。",
      "■ 使いみち\n表情の読み取りには Amazon Rekognition を使い、得点・順位とともに会場のスクリーンに映します。",
      `■ 保存期間\n遅くとも${event === undefined ? "イベントごとに決められた日" : event.deletedAt}までに、すべて削除します。`,
      "■ 取り消すには\nトークで写真の「送信取消」をするか、マイページから削除してください。写真も得点もすぐに消えます。「すべて削除」と送ると、お名前も含めてすべて消えます。",
      "■ ことば\n「English」「中文」と送ると切り替わります。",
      "写真を送っていただいた時点で、以上に同意いただいたものとします。写っている方にもひと声おかけください。",
    ].join("\n\n"),
};

function note(kind: ChatNote, name: string): string {
  switch (kind) {
    case "renamed":
      return `お名前を「${name}」に変更しました。スクリーンにもこの名前で映ります。`;
    case "name-held":
      return `お名前をお預かりしました。主催者の確認が済むまで、スクリーンでは「${name}」と表示します。`;
    case "named-by-host":
      return `お名前は主催者が「${name}」に決めています。変えたいときは、会場のスタッフにお声がけください。`;
    case "how-to-rename":
      return "「名前」のあとに、表示したい名前を続けて送ってください。\n例：名前 花子";
    case "language-chosen":
      return "これからは日本語でご案内します。";
    case "off-screen":
      return "これからはスクリーンとランキングに映しません。\n元に戻すには「表示する」と送ってください。";
    case "on-screen":
      return "これからはスクリーンとランキングに登場します。";
    case "ranking-secret":
      return "ランキングはただいま発表待ちです。会場のスクリーンでの結果発表をお楽しみに！";
    case "left":
      return "すべて削除します。スクリーンとランキングからもすぐに消えます。ご参加ありがとうございました。\nまた写真を送っていただければ、いつでも一からご参加いただけます。";
    case "stayed":
      return "何も削除していません。写真も得点もそのままです。";
    case "nothing-kept":
      return "お預かりしているものは何もありません。ご安心ください。";
  }
}

/** A sentence, or how to make it of what is known of the event. */
const refusals: Readonly<Record<Refusal, string | ((event: EventWords | undefined) => string)>> = {
  "no-face": "お顔を見つけられませんでした。明るいところで、正面からもう一枚お願いします。",
  unreadable: "画像がうまく読み込めませんでした。",
  "unsupported-type": "採点できるのは写真（JPEG・PNG）だけです。お手数ですが、写真でお送りください。",
  "too-large": "写真のサイズが大きすぎて採点できませんでした。少し小さくして、もう一度お送りください。",
  duplicate: "この写真はもう届いています。ポーズや顔ぶれを変えて、新しい一枚をお待ちしています。",
  blocked: "この写真は会場のスクリーンに映せませんでした。よろしければ、別の一枚をお送りください。",
  "not-yet-open": (event) =>
    event === undefined
      ? "まだ受付が始まっていません。もう少しだけお待ちください。"
      : `${titleOf(event)}受付は ${event.opensAt} からです。もう少しだけお待ちください。`,
  closed: (event) => `${titleOf(event)}受付は終了しました。たくさんの笑顔をありがとうございました。`,
  "time-up":
    "時間です！ 締め切りのあとに届いたお写真は、今回の順位に入りません。会場のスクリーンで結果発表をお楽しみください。",
  "which-event":
    "いま、いくつかの催しが開かれています。はじめに、ご参加の催しの6文字のコードをお送りください。会場のスクリーンや、テーブルの二次元コードのそばにあります。そのあとに届いた写真から参加できます。",
  "unknown-code":
    "このコードの催しが見つかりませんでした。会場のスクリーンや、二次元コードのそばの6文字を、もう一度お確かめください。",
  "no-event": "ただいま開催中のイベントがありません。当日になりましたら、もう一度お送りください。",
  banned:
    "申し訳ありませんが、このイベントでは写真をお受けできません。お心当たりのない場合は、会場のスタッフにお声がけください。",
  "off-screen":
    "お写真が届きました。ご希望どおり、スクリーンには映しません。点数はマイページでご覧ください。",
  "over-limit": (event) =>
    event?.photosPerGuest === undefined
      ? "ありがとうございます！ スクリーンに映る枚数の上限に達しています。前の写真を取り消すと、この一枚が代わりに登場します。"
      : `ありがとうございます！ スクリーンに映るのは、お一人${event.photosPerGuest}枚までです。前の写真を取り消すと、この一枚が代わりに登場します。`,
};

function refusal(reason: Refusal, event: EventWords | undefined): string {
  const sentence = refusals[reason];
  return typeof sentence === "string" ? sentence : sentence(event);
}

const titleOf = (event: EventWords | undefined): string =>
  event === undefined ? "" : `「${event.title}」の`;
