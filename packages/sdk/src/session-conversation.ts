import { callMachine, conversationMachine, devicesMachine } from '@eyeline/machines';
import { captureAs } from './devices/capture.ts';
import { tracks } from './devices/tracks.ts';
import type { Line } from './line/line.ts';
import { mediaOver } from './media/media.ts';

/** A conversation with every hole below it filled. `name` is written in the test picture of this side. */
export const conversationOver = (line: Line, name: string): typeof conversationMachine =>
  conversationMachine.provide({
    actors: {
      call: callMachine.provide({
        actors: {
          devices: devicesMachine.provide({ actors: { capture: captureAs(name), tracks } }),
          media: mediaOver(line),
        },
      }),
    },
  });
