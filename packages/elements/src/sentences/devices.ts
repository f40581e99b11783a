import type { DeviceKind } from '@eyeline/machines';

/** Camera, microphone and speaker: trying them before a call, and choosing among them. */
export const devices = {
  title: 'Camera and sound',
  before: 'Check yourself before the call',
  nobodySees: 'Nobody sees or hears you yet.',
  consent: 'By starting you agree:',
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
  kinds: { camera: 'Camera', microphone: 'Microphone', speaker: 'Speaker' } satisfies Record<DeviceKind, string>,
  /** A device that the browser does not name. */
  unnamed: (kind: string, number: number) => `${kind} ${number}`,
  blur: 'Blur the background',
  noise: 'Reduce noise',
  tooSlow: {
    blur: 'The background is not blurred any more: this device is too slow for it.',
    noise: 'Noise is not reduced any more: this device is too slow for it.',
  },
};

export type DevicesSentences = typeof devices;
