import { stdout } from 'node:process';
import { type DestinationStream, type Logger, pino } from 'pino';
import { startupSentences } from '../settings/sentences/startup.ts';
import { StartupError } from '../settings/startup-error.ts';

const words: Record<number, string> = {
  10: 'trace ',
  20: 'debug ',
  30: '',
  40: 'warning: ',
  50: 'error: ',
  60: 'fatal: ',
};

/** Lines for a person: the time, the message and, if there is one, the error. */
const forPeople: DestinationStream = {
  write(line) {
    const { time, level, msg, err } = JSON.parse(line);
    const at = new Date(time).toTimeString().slice(0, 8);
    stdout.write(`${at} ${words[level] ?? ''}${msg ?? ''}${err ? `\n${err.stack ?? err.message}` : ''}\n`);
  },
};

/** `readable`: lines for a person, otherwise JSON for machines. */
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** @throws StartupError for a level that is none */
export function createLog(readable: boolean, level = 'info'): Logger {
  if (!levels.includes(level)) throw new StartupError(startupSentences.noLogLevel(level, levels));
  return readable ? pino({ level }, forPeople) : pino({ level });
}
