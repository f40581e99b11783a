import { callMachine, helpMachine } from '@eyeline/machines';
import { fromPromise } from 'xstate';
import type { Connection } from './connection/connection.ts';
import { devicesOver } from './devices/devices-over.ts';
import { lateDoctor } from './doctor/late-doctor.ts';
import { lens } from './help/lens.ts';
import { snapshotOver } from './help/snapshot.ts';
import { still } from './help/still.ts';
import { mediaOver } from './media/media.ts';

/** A call with every port filled, in a chunk of its own. `name` is written in the test picture of this side. */
export const callOver = (connection: Connection, name: string, url?: string): typeof callMachine =>
  callMachine.provide({
    actors: {
      devices: devicesOver(name, url),
      doctor: fromPromise(async () => lateDoctor({ url, network: true })),
      media: mediaOver(connection),
      help: helpMachine.provide({ actors: { lens, still, snapshot: snapshotOver(connection, url) } }),
    },
  });
