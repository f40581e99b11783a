/** At most this many UTF-16 code units in one chat message. */
export const MESSAGE_MAX_LENGTH = 10_000;
