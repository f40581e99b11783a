/** The server cannot start. The message is one line for the person who starts it and says what to do; no stack is shown. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
