import { conversationMachine } from '@eyeline/machines';
import { fromPromise } from 'xstate';
import type { Connection } from './connection/connection.ts';

/**
 * A conversation with every port below it filled. `name` is written in the test picture of this side; `url` is where the server
 * is, if not where the page came from.
 */
export const conversationOver = (connection: Connection, name: string, url?: string): typeof conversationMachine =>
  conversationMachine.provide({
    actors: {
      callCode: fromPromise(async () => (await import('./call-code.ts')).callOver(connection, name, url)),
      file: fromPromise(({ input }) =>
        import('./files/transfer-file.ts').then(
          ({ transferFile }) => transferFile(connection, url, input),
          () => null,
        ),
      ),
    },
  });
