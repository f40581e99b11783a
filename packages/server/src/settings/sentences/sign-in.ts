/** What is read where somebody signs in, at the desk or over HTTP. */
export const signInRefusals = {
  tooManyAttempts: 'Too many attempts to sign in. Wait a minute and try again.',
  tooManyAtOnce: 'Too many sign in at this moment. Wait a few seconds and try again.',
  demoIsOver:
    'This account belongs to the demo, which does not run here. Ask your administrator for an account of your own.',
  tooManyWrong: 'Too many wrong passwords. Try again in 15 minutes: a few more, and Finesse would lock the account.',
  wrongOrSingleSignOn:
    'The user name or the password is wrong. Who signs in to Finesse by single sign-on cannot sign in here with a password: ask your administrator for an account of Eyeline’s own.',
  singleSignOn:
    'Finesse signs in by single sign-on here, so it cannot tell whether a password is right. Ask your administrator for an account of Eyeline’s own.',
  finesseSilent:
    'Finesse cannot be asked for the password at the moment. Try again in a minute; if it stays so, tell your administrator.',
};
