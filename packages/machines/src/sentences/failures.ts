/** Why media did not flow. */
export const callFailures = {
  'no-connection': 'The two sides could not reach each other. The chat goes on; try the video again.',
  'connection-lost': 'The video connection was lost. The chat goes on; try the video again.',
};

/** Why there is no camera or microphone. */
export const deviceFailures = {
  denied:
    'The browser was not allowed to use your camera. Allow it with the camera sign in the address bar, then try again.',
  dismissed: 'The question for your camera was closed. Try again and choose “Allow”.',
  'in-use': 'Another program is using your camera. Close it there, then try again.',
  'no-device': 'No camera was found. Connect one, then try again.',
  insecure: 'Browsers give a camera only to pages on https. Open this page with https.',
  'policy-blocked':
    'The page around this chat does not allow the camera. Ask its owner for allow="camera; microphone".',
  unsupported: 'This browser cannot make video calls. The chat goes on.',
  failed: 'The camera did not start. Try again, or restart the browser.',
};
