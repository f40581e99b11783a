import type { CallKind, FallbackOption } from '@eyeline/protocol';

/** The ways to begin, and how each stands now. */
export const modes = {
  choose: 'How do you want to talk to us?',
  chat: 'Chat',
  chatHint: 'You write with somebody, here on the page.',
  calls: {
    'two-way': 'Video call',
    'one-way': 'Show us by video',
    voice: 'Voice call',
    companion: 'Video beside the telephone',
  } satisfies Record<CallKind, string>,
  callHints: {
    'two-way': 'You see and hear each other.',
    'one-way': 'You show your camera. You hear each other and see nobody.',
    voice: 'You hear each other. No camera.',
    companion: 'You show your camera. The sound stays on the telephone.',
  } satisfies Record<CallKind, string>,

  somebodyThere: 'Somebody is there.',
  videoThere: 'Somebody with video is there.',
  nobodyThere: 'Nobody is here now. You can wait.',
  /** `ways`: what there is instead, from `instead`. */
  noVideo: (ways: readonly string[]) =>
    ways.length > 0
      ? `Nobody with video is here now: ${ways.join(', or ')} instead. You can also wait.`
      : 'Nobody with video is here now. You can wait.',
  instead: {
    video: 'ask for a video call',
    chat: 'chat',
    callback: 'ask for a call',
    message: 'leave a message',
  } satisfies Record<FallbackOption, string>,
  nobodyWithVideo: 'Nobody with video is here now',
  closed: 'Closed at the moment.',
  full: 'Too many people are waiting right now.',
  notOffered: 'Not possible at the moment.',

  startCall: 'Ask for the call',
  waitForCall: 'Wait for it',
  goingOn: 'Starting',

  joins: {
    'two-way': 'Somebody with video joins as soon as they are free.',
    'one-way': 'Somebody with video joins as soon as they are free.',
    voice: 'Somebody joins as soon as they are free.',
    companion: 'Somebody with video joins as soon as they are free.',
  } satisfies Record<CallKind, string>,
  keepsPlace: 'You keep your place: the call is had with the first who comes.',
  staysClosed: 'Until then nobody sees or hears you.',
  isReady: 'You are ready. The call begins by itself.',
  check: 'Check camera and sound',
  otherWays: 'Other ways',
  isHere: (name: string) => `${name} is here`,
  isHereMore: 'Go on when you are ready. You look at your own picture first.',
  begin: 'Begin the call',
};

export type ModesSentences = typeof modes;
