/** A browser's MediaStream, of which the machines need to know only that it is one. */
export interface MediaHandle {
  readonly id: string;
}

/** Where the picture comes from: the person's camera, or a moving test picture where there is no camera. */
export type Picture = 'camera' | 'test';

/** What `devices` gives and `call` hands on: see `devices-machine.ts`. */
export interface Capture {
  readonly picture: Picture;
}
