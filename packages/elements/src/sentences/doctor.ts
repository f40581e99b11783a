import { doctorSentences } from '@eyeline/protocol';

/** Whether a call would work from here: what is looked at, and what came of it. */
export const doctor = {
  title: 'Will a video call work here?',
  intro: 'This takes a few seconds. Your browser may ask for your camera and microphone; nothing is recorded or sent.',
  start: 'Check now',
  again: 'Check again',
  stop: 'Stop',
  checking: 'Checking',
  copy: 'Copy the report',
  copied: 'The report is copied.',
  notCopied: 'The browser did not let it be copied. Download it instead.',
  download: 'Download the report',
  reportFile: 'eyeline-doctor.json',
  checks: 'What was checked',
  toDo: 'What to do',

  good: 'Video calls will work here.',
  impaired: 'Video calls will work here, with what is said below.',
  none: 'A video call will not work here yet.',

  camera: 'Camera',
  microphone: 'Microphone',
  signalling: 'Connection to the server',
  stun: 'Way to the other side',
  turnUdp: 'Relay by UDP',
  turnTcp: 'Relay by TCP',
  turnTls: 'Relay by TLS, as the web',
  bitRate: 'Speed',
  certificate: 'Certificate',
  mediaServer: 'Media server',

  idle: 'not checked yet',
  running: 'checking',
  skipped: 'not set up here',
  success: 'works',
  failed: 'does not work',
  attention: 'works, but see below',
  kbps: (kbps: number) => (kbps < 1000 ? `${kbps} kbit/s` : `${(kbps / 1000).toFixed(1)} Mbit/s`),
  picture: (width: number, height: number) => `${width} × ${height}`,
};

export type DoctorWords = typeof doctor;

/** What is wrong, and what to do about it, by code. */
export const doctorFaults = { ...doctorSentences };
