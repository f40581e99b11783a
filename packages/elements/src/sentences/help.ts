/** What people in a call show each other on a picture. */
export const help = {
  help: 'Point and draw',
  helpEnd: 'Stop pointing and drawing',
  tools: 'Pointing and drawing',
  point: 'Point',
  draw: 'Draw',
  clear: 'Clear drawings',
  freeze: 'Freeze the picture',
  unfreeze: 'Let the picture move',
  frozen: (name: string) => `The picture is frozen by ${name}.`,
  frozenByYou: 'You have frozen the picture.',
  lightOn: 'Switch the light on',
  lightOff: 'Switch the light off',
  closer: 'Zoom in',
  wider: 'Zoom out',
  litBy: (name: string) => `${name} has switched on your light.`,
  zoomedBy: (name: string) => `${name} has zoomed your picture.`,
  snapshot: 'Ask for a snapshot',
  snapshotWaiting: (name: string) => `Waiting for ${name} to allow the snapshot.`,
  snapshotTaken: 'The snapshot is being taken.',
  snapshotAsked: (name: string) => `${name} asks for a snapshot of your picture`,
  snapshotMore: 'It becomes part of this conversation, where both of you see it.',
  allowOnce: 'Allow',
  allowAlways: 'Allow in this call',
  refuse: 'No',
  /** What the picture is while one points or draws on it, for those who hear it. */
  pointArea: 'Point with the arrow keys, with Shift in larger steps. Escape ends it.',
  drawArea: 'Arrow keys move the pen, the space bar sets it down and lifts it. Escape ends it.',
  /** For those who hear it: `place` is one of `places`. */
  points: (name: string, place: string) => `${name} points: ${place}.`,
  draws: (name: string, place: string) => `${name} draws: ${place}.`,
  /** By row, then by column. */
  places: [
    ['top left', 'top middle', 'top right'],
    ['middle left', 'middle', 'middle right'],
    ['bottom left', 'bottom middle', 'bottom right'],
  ],
};

export type HelpSentences = typeof help;
