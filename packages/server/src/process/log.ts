import { stdout } from 'node:process';
import { type DestinationStream, type Logger, pino } from 'pino';

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
export const createLog = (readable: boolean): Logger =>
  readable ? pino({ level: 'info' }, forPeople) : pino({ level: 'info' });
