import { callMachine, conversationMachine, devicesMachine } from '@eyeline/machines';
import type { Connection } from './connection/connection.ts';
import { captureAs } from './devices/capture.ts';
import { tracks } from './devices/tracks.ts';
import { mediaOver } from './media/media.ts';

/** A conversation with every port below it filled. `name` is written in the test picture of this side. */
export const conversationOver = (connection: Connection, name: string): typeof conversationMachine =>
  conversationMachine.provide({
    actors: {
      call: callMachine.provide({
        actors: {
          devices: devicesMachine.provide({ actors: { capture: captureAs(name), tracks } }),
          media: mediaOver(connection),
        },
      }),
    },
  });
