import type { HostSignInWords } from "./host-sign-in-words.ts";

export const hostSignInJa: HostSignInWords = {
  title: "ホストのログイン",
  lead: "写真の確認とスクリーンの操作は、こちらから。",
  email: "メールアドレス",
  password: "パスワード",
  showPassword: "パスワードを表示",
  signIn: "ログイン",
  forgotten: "パスワードを忘れた",
  sessionEnded: "時間がたったため、ログアウトしました。もう一度ログインすると、同じ画面に戻ります。",

  firstTitle: "パスワードを決めましょう",
  firstLead: "はじめてのログインです。次からは、ここで決めたパスワードを使います。",
  newPassword: "新しいパスワード",
  passwordHint: "ほかで使っていないものを選んでください。",
  passwordRulesLabel: "パスワードの条件",
  passwordRules: {
    length: "8文字以上",
    lower: "英小文字",
    upper: "英大文字",
    digit: "数字",
    symbol: "記号（! や - など）",
  },
  ruleKept: "入っています",
  ruleOpen: "まだです",
  saveAndGo: "決めて始める",

  forgottenTitle: "パスワードの再設定",
  forgottenLead: "登録したメールアドレスに、6桁のコードをお送りします。",
  sendCode: "コードを送る",
  codeTitle: "コードと新しいパスワード",
  codeLead: (email) => `${email} にコードをお送りしました。`,
  codeHint: "1時間有効です。届かないときは、迷惑メールのフォルダーもご覧ください。",
  code: "6桁のコード",
  resetAndGo: "再設定してログイン",
  sendAgain: "コードをもう一度送る",
  sentAgain: "新しいコードをお送りしました。前のコードは使えません。",
  resetNeeded: "安全のため、パスワードの再設定が必要です。",
  back: "ログインに戻る",

  strangerTitle: "ホストとして登録されていません",
  strangerLead: (email) =>
    `${email} でログインしていますが、このページはホストだけが使えます。招待した方に「ホストに加えてほしい」とお伝えください。`,
  signOut: "ログアウト",

  refusals: {
    "wrong-password": "メールアドレスかパスワードが違います。もう一度お確かめください。",
    "too-many-attempts": "続けて何度も試されたため、少しお休みしています。数分待ってからもう一度どうぞ。",
    "invitation-over": "招待の有効期限が過ぎました。招待した方に、もう一度送ってもらってください。",
    "never-signed-in":
      "まだ一度もログインしていません。招待メールの仮パスワードでログインしてください。見当たらないときは、招待した方に再送を頼んでください。",
    "too-slow": "時間がたったため、はじめからになります。もう一度ログインしてください。",
    disabled: "このアカウントは、いま使えません。招待した方にお問い合わせください。",
    "wrong-code": "コードが違います。いちばん新しいメールのコードを入れてください。",
    "expired-code": "コードの有効期限が過ぎました。コードをもう一度送ってください。",
    "weak-password": "このパスワードは使えません。下の条件をご確認ください。",
    unreachable: "つながりませんでした。インターネットの接続を確かめて、もう一度お試しください。",
    unknown: "うまくいきませんでした。少し待ってから、もう一度お試しください。",
  },
};
