import type { DeviceKind } from '@eyeline/machines';

/** Camera, microphone and speaker: trying them before a call, and choosing among them. */
export const devices = {
  title: 'Camera and sound',
  before: 'Check yourself before the call',
  nobodySees: 'Nobody sees or hears you yet.',
  consent: 'By starting you agree:',
  disagree: 'I do not agree',
  begin: 'Start call',
  join: 'Join call',
  /** Before somebody is there. */
  ready: 'I am ready',
  skip: 'Do not show this again',
  askingYou: 'Your browser is asking. Choose “Allow”.',
  cameraOff: 'Your camera is off',
  level: 'Level of your microphone',
  saySomething: 'Say something: the bar moves when you are heard.',
  isHeard: 'Your microphone works.',
  testSound: 'Play a sound',
  checkConnection: 'Check the connection',
  kinds: { camera: 'Camera', microphone: 'Microphone', speaker: 'Speaker' } satisfies Record<DeviceKind, string>,
  /** A device that the browser does not name. */
  unnamed: (kind: string, number: number) => `${kind} ${number}`,
  blur: 'Blur the background',
  noise: 'Reduce noise',
  /** Where the blur fails: the picture is shown as it is. */
  withoutBlur: 'Show without blur',
  noiseIsBack: 'Noise is not reduced: this browser cannot do it here.',
};

export type DevicesSentences = typeof devices;
