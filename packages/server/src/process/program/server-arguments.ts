import { parseArgs } from 'node:util';
import { startupSentences } from '../../settings/sentences/startup.ts';
import { StartupError } from '../../settings/startup-error.ts';

export const usage = `The Eyeline server.

  --config FILE    entry points, queues, calendars and the rest, as JSON (CONFIGURATION.md); read again when it
                   changes, and on SIGHUP
  --check FILE     say what is wrong with a configuration and what is probably not meant, and start nothing: ends with 1
                   when it cannot be used, else with 0
  --demo           demo agents and phones, and without --config two demo entry points
  --data DIR       where the embedded store is kept (EYELINE_DATA; default .data)
  --host HOST      address to listen on (default: all)
  --port PORT      port to listen on (PORT; default 8080)
  --https          with a certificate of its own making: browsers give a camera to other hosts only so
  --cert FILE      with this certificate (PEM, with those between it and the root); read again when it changes
  --key FILE       and its key
  --pages DIR      the built elements (default: packages/elements/dist-page)
  --builds DIR     keeps the last ten builds of the elements here, for pages that pin one; servers may share it
  --examples DIR   the pages under / (default: examples/dist)

DATABASE_URL names a PostgreSQL server to use instead of the embedded store,
MEDIASOUP_WORKER_BIN the worker of the media server, EYELINE_LOG_LEVEL how much is logged (default info; debug says
of each connection why it was refused or closed).
`;

/** What the server was asked for on its command line. */
export type ServerArguments = ReturnType<typeof parseServerArguments>;

/** @throws what `runProgram` says in one line */
export function parseServerArguments() {
  const { values } = parseArgs({
    options: {
      config: { type: 'string' },
      check: { type: 'string' },
      demo: { type: 'boolean', default: false },
      data: { type: 'string' },
      host: { type: 'string' },
      port: { type: 'string' },
      https: { type: 'boolean', default: false },
      cert: { type: 'string' },
      key: { type: 'string' },
      pages: { type: 'string' },
      builds: { type: 'string' },
      examples: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (!values.help && values.check === undefined && !values.config && !values.demo)
    throw new StartupError(startupSentences.nothingToServe);
  return values;
}
