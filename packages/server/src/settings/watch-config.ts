import { unwatchFile, watchFile } from 'node:fs';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { ConfigError, readConfig } from './parse-config.ts';
import { StartupError } from './startup-error.ts';
import { warningLine } from './warnings/config-warning.ts';
import { configWarnings } from './warnings/config-warnings.ts';

interface WatchOptions {
  readonly path: string;
  readonly log: Logger;
  readonly apply: (config: Config) => Promise<readonly string[]>;
  /** How often the file is looked at, in ms: events of file systems do not cross every mount. */
  readonly everyMs?: number;
}

/** So long a file must have stayed as it is. */
const settleMs = 200;

/**
 * Applies the configuration whenever its file changes, and on SIGHUP. A faulty one is refused line by line, and the one
 * that runs stays. The answer stops it.
 */
export function watchConfig({ path, log, apply, everyMs = 1000 }: WatchOptions): () => void {
  const reload = async () => {
    try {
      const config = readConfig(path);
      const notes = await apply(config);
      log.info(`The configuration ${path} is in force.`);
      for (const warning of configWarnings(config)) log.warn(warningLine(warning));
      for (const note of notes) log.warn(note);
    } catch (error) {
      if (!(error instanceof StartupError)) {
        log.error({ err: error }, 'The configuration could not be applied.');
        return;
      }
      log.error(`The configuration ${path} was refused; the one before stays in force.`);
      for (const line of error instanceof ConfigError ? error.faults : [error.message]) log.error(line);
    }
  };
  const onSignal = () => void reload();
  let timer: NodeJS.Timeout | undefined;
  watchFile(path, { interval: everyMs }, (now, before) => {
    if (now.mtimeMs !== before.mtimeMs || now.size !== before.size || now.ino !== before.ino) {
      // It may be half written.
      clearTimeout(timer);
      timer = setTimeout(onSignal, settleMs);
    }
  });
  process.on('SIGHUP', onSignal);
  return () => {
    clearTimeout(timer);
    unwatchFile(path);
    process.off('SIGHUP', onSignal);
  };
}
