import { callMachine, conversationMachine } from '@eyeline/machines';
import type { Connection } from './connection/connection.ts';
import { devicesOver } from './devices/devices-over.ts';
import { mediaOver } from './media/media.ts';

/** A conversation with every port below it filled. `name` is written in the test picture of this side. */
export const conversationOver = (connection: Connection, name: string): typeof conversationMachine =>
  conversationMachine.provide({
    actors: {
      call: callMachine.provide({
        actors: {
          devices: devicesOver(name),
          media: mediaOver(connection),
        },
      }),
    },
  });
