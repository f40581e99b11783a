/** Where a browser gives camera and microphone back, step by step. */
export const permission = {
  help: 'How to allow camera and microphone',
  picture: 'Where it is in this browser',

  chromium: [
    'Press the sign with the two sliders at the left of the address.',
    'Switch camera and microphone on.',
    'Come back here: it goes on by itself.',
  ],
  edge: [
    'Press the padlock at the left of the address.',
    'Open “Permissions for this site” and set camera and microphone to “Allow”.',
    'Come back here: it goes on by itself.',
  ],
  firefox: [
    'Press the crossed-out camera at the left of the address.',
    'Remove “Blocked” with the small cross beside it.',
    'Come back here and try again; choose “Allow”.',
  ],
  safari: [
    'Open the menu “Safari” and there “Settings for this website”.',
    'Set camera and microphone to “Allow”.',
    'Come back here and try again.',
  ],
  iosSafari: [
    'Tap the sign for the page at the left of the address.',
    'Tap “Website Settings” and set camera and microphone to “Allow”.',
    'Come back here and try again.',
  ],
  iosOther: [
    'Open the settings of your phone and there, in the list of apps, this browser.',
    'Switch camera and microphone on.',
    'Come back here and try again.',
  ],
  androidChromium: [
    'Tap the sign with the two sliders at the left of the address.',
    'Tap “Permissions” and switch camera and microphone on.',
    'Come back here: it goes on by itself.',
  ],
  androidFirefox: [
    'Tap the padlock at the left of the address.',
    'Tap the line for camera and microphone until it says “Allowed”.',
    'Come back here and try again.',
  ],
  other: [
    'Open the settings of this website in your browser, mostly at the left of the address.',
    'Set camera and microphone to “Allow”.',
    'Come back here and try again.',
  ],

  prompt: ['Try again: the browser asks at the top of the window.', 'Choose “Allow”.'],
  inUse: [
    'Close other programs and tabs that show you, such as another meeting.',
    'It goes on by itself when the camera is free.',
  ],
  frame: [
    'The page that you see lies within another one, which keeps the camera from it.',
    'Ask those who run this website to add allow="camera; microphone; display-capture" to the frame.',
  ],
  system:
    'Still not allowed? The system may keep camera and microphone from the browser: look into its privacy settings.',
};

export type PermissionSentences = typeof permission;
