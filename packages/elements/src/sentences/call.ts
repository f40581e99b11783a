import type { CallKind } from '@eyeline/protocol';

/** A call: being asked for it, what is seen in it, what can be pressed. */
export const call = {
  call: 'Video call',
  voiceCall: 'Voice call',
  asking: 'Your browser is asking',
  allow: 'Choose “Allow” to use your camera and microphone.',
  cancel: 'Cancel',
  invites: (name: string, kind: CallKind) =>
    `${name} invites you to ${kind === 'voice' ? 'a voice call' : 'a video call'}`,
  /** The call goes on already, and the one who reads is to join it. */
  handsOver: (name: string) => `${name} is in a call that was handed over to you`,
  join: 'Join',
  willAsk: {
    'two-way': 'Your browser will ask to use your camera and microphone. The chat stays open.',
    'one-way': 'Your browser will ask to use your microphone. The chat stays open.',
    voice: 'Your browser will ask to use your microphone. The chat stays open.',
    companion: 'Your browser will ask to use your camera. Go on talking on the telephone.',
  } satisfies Record<CallKind, string>,
  /** Said to the one side that shows itself. */
  onlyYouShow: 'You show your camera, and do not see them. The chat stays open.',
  testPicture: 'You show a moving test picture instead of your camera. The chat stays open.',
  accept: 'Accept',
  acceptWithoutCamera: 'Accept without my camera',
  decline: 'Decline',
  later: 'Not now, later',
  noVideo: 'No video yet',
  noVoice: 'No call yet',
  tryAgain: 'Try again',
  notNow: 'Not now',
  useTestPicture: 'Use a moving test picture',

  elsewhere: 'The call goes on in another tab',
  elsewhereMore: 'It stays there unless you continue it here.',
  continueHere: 'Continue here',
  comingHere: 'The call is coming here',

  theirPicture: 'Their picture',
  theirPictureNamed: (name: string) => `Picture of ${name}`,
  theirScreen: 'Their screen',
  yourPicture: 'Your picture',
  you: 'You',
  /** Why somebody's picture is not to be seen. */
  absences: {
    'camera-off': 'Camera off',
    'on-hold': 'On hold',
    refused: 'No permission for the camera',
    missing: 'No camera',
    weak: 'Connection too weak for the picture',
    voice: 'Voice call',
    unseen: 'Shows no picture in this call',
    connecting: 'Connecting',
    reconnecting: 'Connecting again',
    'press-needed': 'Camera waits for you',
  },
  microphoneIsOff: 'Microphone off',
  soundOn: 'Turn sound on',
  findings: {
    'no-packets': 'Nothing comes through at the moment. Connecting again by itself.',
    frozen: 'Their picture stands still. It goes on by itself when the network lets it.',
    black: 'Their picture is black. Their camera may be covered.',
    'high-loss': 'The connection is weak. Without your camera the sound may be better.',
    'cpu-limited': 'This device is busy. Closing other programs makes the picture better.',
  },
  /** What was done by itself about the own picture, because of the connection or of this machine. */
  heldBack: {
    network: {
      less: 'The connection is weak: your picture is sent smaller.',
      voice: 'The connection is too weak for your picture: only your sound is sent. Your picture comes back by itself.',
    },
    computer: {
      less: 'This device is busy: your picture is sent smaller.',
      voice: 'This device is too busy for your picture: only your sound is sent. Your picture comes back by itself.',
    },
  },
  theirsHeldBack: (name: string) =>
    `The connection of ${name} is too weak for a picture. You hear each other, and the picture comes back by itself.`,
  quality: { good: 'Good connection', fair: 'Weak connection', poor: 'Bad connection' },

  waiting: (name: string) => `Waiting for ${name} to accept`,
  connecting: 'Connecting',
  ownLineLost: 'Your internet connection is away. The call goes on by itself when it is back.',
  theirLineLost: (name: string) => `The connection of ${name} is away. The call goes on by itself when it is back.`,
  nothingComes: 'Nothing comes through at the moment. Connecting again by itself.',
  handedOver: 'You are being handed over. The next one joins in a moment.',
  alone: (name: string) => `${name} is away from the call. It goes on when somebody joins.`,
  onHold: 'You are on hold',
  onHoldMore: (name: string) => `${name} comes back in a moment. Until then nobody sees or hears you.`,
  holding: (name: string) => `${name} is on hold and does not see or hear you.`,
  resumeAfterReload: 'The call goes on',
  resumeAfterReloadMore: 'Your browser wants you to press once more before it gives your camera and microphone.',
  resume: 'Resume',

  /** A call by voice becomes one with pictures, and the other way round. */
  askForVideo: 'Ask for video',
  kindsToAskFor: {
    'two-way': 'Ask to see each other',
    'one-way': 'Ask for one-way video',
    voice: 'Go on by voice only',
    companion: 'Ask for video beside the telephone call',
  } satisfies Record<CallKind, string>,
  toVoice: 'Go on by voice only',
  asksForKind: {
    agent: {
      'two-way': (name: string) => `${name} would like to go on with video. You both show your camera.`,
      'one-way': (name: string) => `${name} would like to show you something. Your camera stays closed.`,
    },
    customer: {
      'two-way': (name: string) => `${name} would like to go on with video. You both show your camera.`,
      'one-way': (name: string) => `${name} would like to see what your camera shows. You do not see them.`,
    },
  },
  withMyCamera: 'With my camera',
  withoutMyCamera: 'Without my camera',
  goOnSo: 'Yes',
  stayAsItIs: 'No, stay as it is',
  askedForKind: (name: string) => `${name} was asked for video and has not answered yet. The call goes on meanwhile.`,

  microphone: 'Microphone',
  microphoneOff: 'Turn your microphone off',
  microphoneOn: 'Turn your microphone on',
  camera: 'Camera',
  cameraOff: 'Turn your camera off',
  cameraOn: 'Turn your camera on',
  shareScreen: 'Share screen',
  stopSharing: 'Stop sharing',
  youShare: 'You are showing your screen',
  hold: 'Hold',
  holdMore: 'Put on hold',
  endHold: 'Resume call',
  takeBack: 'Take back',
  hangUp: 'Hang up',
  hangUpMore: 'Hang up and go on in the chat',
  more: 'Call settings',
  flip: 'Turn the camera around',
  pictureInPicture: 'Picture in picture',
  small: 'Make the call small',
  large: 'Make the call large',
  narrow: 'Make the call narrow',
  wide: 'Make the call wide',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  move: 'Move the call with the arrow keys',
  drag: 'Drag, or use the arrow keys',
};

export type CallSentences = typeof call;
