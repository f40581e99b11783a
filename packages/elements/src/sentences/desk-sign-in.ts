/** Where an agent says who they are. */
export const deskSignIn = {
  signIn: 'Sign in',
  title: 'Sign in to your desk',
  username: 'User name',
  usernameMissing: 'Enter your user name.',
  password: 'Password',
  passwordMissing: 'Enter your password.',
  refused: 'Check both, and try again.',
  signingIn: 'Signing in…',
  connecting: 'Connecting…',
};
export type DeskSignInSentences = typeof deskSignIn;
