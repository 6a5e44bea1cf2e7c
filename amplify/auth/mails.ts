/**
 * What Cognito writes to hosts, as HTML; Japanese first, for the language of whoever is invited is not known yet. The
 * page's address is not known here either: it stands where the invitation was announced.
 */

const paragraphs = (...texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join("\n");

export const invitationSubject = "笑顔 Egao：ホストへのご招待";

/** Cognito insists on the user name, which is an id that nobody types: small, at the end. */
export function invitationBody(username: () => string, code: () => string): string {
  return paragraphs(
    "写真ランキング「笑顔 Egao」のホストに招待されました。",
    `ホストのページを開き、このメールが届いたアドレスと、次の仮パスワードでログインしてください。<br>仮パスワード：<b>${code()}</b>`,
    "はじめてのログインで、ご自分のパスワードを決められます。仮パスワードは7日間有効です。",
    `You are invited to be a host of Egao. Open the host's page and sign in with this email address and the temporary password above; you choose your own right away. It is valid for seven days.`,
    "您已受邀成為「笑顏 Egao」的主辦人。請開啟主辦人頁面，以此電子郵件地址與上方的臨時密碼登入，隨後即可設定自己的密碼。臨時密碼七天內有效。",
    `<small>No. ${username()}</small>`,
  );
}

export const codeSubject = "笑顔 Egao：パスワード再設定のコード";

export function codeBody(code: () => string): string {
  return paragraphs(
    `パスワードを再設定するためのコードです。<br><b>${code()}</b>`,
    "1時間有効です。お心当たりがなければ、このメールはそのまま消してください。パスワードは変わりません。",
    "This code resets your Egao password; it is valid for one hour. If you did not ask for it, delete this email: nothing changes.",
    "這是重設密碼的驗證碼，一小時內有效。若非您本人要求，請直接刪除此郵件，密碼不會變更。",
  );
}
