/** Why media did not flow. */
export const callFailures = {
  'no-connection':
    'The two sides could not reach each other in any way that was tried. The chat goes on; try the call again.',
  'connection-lost':
    'The call could not go on: too little came through in every way that was tried. The chat goes on; try the call again later.',
  'too-weak':
    'The connection has become too weak even for sound, so that the call has ended. The chat goes on; try the call again in a while.',
};

/** Why there is no camera. */
export const deviceFailures = {
  denied:
    'The browser was not allowed to use your camera. Allow it with the camera sign in the address bar, then try again.',
  dismissed: 'The question for your camera was closed. Try again and choose “Allow”.',
  'press-needed': 'The browser wants to ask you before it gives your camera again. Turn it on.',
  'in-use': 'Another program is using your camera. Close it there, then try again.',
  'no-device': 'No camera was found. Connect one, then try again.',
  ended: 'Your camera was unplugged or taken away. It goes on by itself when it is back.',
  insecure: 'Browsers give a camera only to pages on https. Open this page with https.',
  'policy-blocked':
    'The page around this chat does not allow the camera. Ask its owner for allow="camera; microphone".',
  unsupported: 'This browser cannot make video calls. The chat goes on.',
  failed: 'The camera did not start. Try again, or restart the browser.',
  'effect-failed':
    'This browser cannot blur your background, so your picture is not shown. Try again, or show it without the blur.',
};

/** Why there is no microphone. */
export const microphoneFailures: typeof deviceFailures = {
  denied:
    'The browser was not allowed to use your microphone. Allow it with the sign in the address bar, then try again.',
  dismissed: 'The question for your microphone was closed. Try again and choose “Allow”.',
  'press-needed': 'The browser wants to ask you before it gives your microphone again. Turn it on.',
  'in-use': 'Another program is using your microphone. Close it there, then try again.',
  'no-device': 'No microphone was found. Connect one, then try again.',
  ended: 'Your microphone was unplugged or taken away. It goes on by itself when it is back.',
  insecure: 'Browsers give a microphone only to pages on https. Open this page with https.',
  'policy-blocked':
    'The page around this chat does not allow the microphone. Ask its owner for allow="camera; microphone".',
  unsupported: 'This browser cannot make calls. The chat goes on.',
  failed: 'The microphone did not start. Try again, or restart the browser.',
  'effect-failed': 'This browser cannot reduce the noise. Try again, or switch it off.',
};

/** Why the screen is not shown. */
export const screenFailures: typeof deviceFailures = {
  denied: 'The system did not allow the browser to show your screen. Allow it in the system settings, then try again.',
  dismissed: 'No screen was chosen. Try again and choose what to show.',
  'press-needed': 'The browser wants to ask you what to show. Share your screen again.',
  'in-use': 'The system did not give the picture of the screen. Try again, or show another window.',
  'no-device': 'There is nothing that could be shown. Open the window that you want to show, then try again.',
  ended: 'Your screen is no longer shown. Share it again if you want to.',
  insecure: 'Browsers show the screen only to pages on https. Open this page with https.',
  'policy-blocked': 'The page around this chat does not allow it. Ask its owner for allow="display-capture".',
  unsupported: 'This browser cannot show the screen. Use a computer to share it.',
  failed: 'The screen could not be shown. Try again, or restart the browser.',
  'effect-failed': 'The screen could not be shown. Try again, or restart the browser.',
};
