import type { HostSignInWords } from "./host-sign-in-words.ts";

export const hostSignInEn: HostSignInWords = {
  title: "Host sign-in",
  lead: "Look after the photos and run the screen from here.",
  email: "Email address",
  password: "Password",
  showPassword: "Show password",
  signIn: "Sign in",
  forgotten: "Forgot your password?",
  sessionEnded: "You were signed out after a while. Sign in again and you will be back where you were.",

  firstTitle: "Choose your password",
  firstLead: "Welcome! From now on you sign in with the password that you choose here.",
  newPassword: "New password",
  passwordHint: "Pick one that you use nowhere else.",
  passwordRulesLabel: "What a password needs",
  passwordRules: {
    length: "8 characters",
    lower: "a small letter",
    upper: "a capital letter",
    digit: "a digit",
    symbol: "a symbol (such as ! or -)",
  },
  ruleKept: "done",
  ruleOpen: "still missing",
  saveAndGo: "Save and start",

  forgottenTitle: "Reset your password",
  forgottenLead: "We will send a six-digit code to your email address.",
  sendCode: "Send the code",
  codeTitle: "Code and new password",
  codeLead: (email) => `A code is on its way to ${email}.`,
  codeHint: "It is valid for one hour. If it does not arrive, have a look into your spam folder.",
  code: "Six-digit code",
  resetAndGo: "Reset and sign in",
  sendAgain: "Send another code",
  sentAgain: "A new code is on its way. The former one no longer works.",
  resetNeeded: "For your safety, this password has to be reset.",
  back: "Back to sign-in",

  strangerTitle: "You are not a host yet",
  strangerLead: (email) =>
    `You are signed in as ${email}, but only hosts can use this page. Ask whoever invited you to add you to the hosts.`,
  signOut: "Sign out",

  refusals: {
    "wrong-password": "The email address or the password is not right. Please check both.",
    "too-many-attempts": "That was tried too often in a row. Please wait a few minutes and try again.",
    "invitation-over": "Your invitation has expired. Ask whoever invited you to send it again.",
    "never-signed-in":
      "You have not signed in yet: use the temporary password from your invitation. Cannot find it? Ask whoever invited you to send it again.",
    "too-slow": "That took a little too long. Please sign in from the start.",
    disabled: "This account cannot be used at the moment. Please ask whoever invited you.",
    "wrong-code": "That code is not right. Use the one from the newest email.",
    "expired-code": "That code has expired. Please send another one.",
    "weak-password": "This password cannot be used. Please see what it needs.",
    unreachable: "No connection. Please check your internet and try again.",
    unknown: "That did not work. Please wait a moment and try again.",
  },
};
