import { stderr } from 'node:process';
import { startupSentences } from '../settings/sentences/startup.ts';
import { StartupError } from '../settings/startup-error.ts';

/** Runs a program: what its user can mend is said in one line, without a stack. */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    if (!(error instanceof StartupError) && !isWrongUsage(error)) throw error;
    stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** What `parseArgs` says of an option that it does not know. */
const isWrongUsage = (error: unknown): error is Error =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/** @throws StartupError unless it is a TCP port */
export function parsePort(given: string): number {
  const port = Number(given);
  if (given.trim() !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new StartupError(startupSentences.noPort(given));
}

/** Where the data is, unless `--data` says otherwise. */
export const dataDirectoryOf = (given: string | undefined): string => given ?? process.env['EYELINE_DATA'] ?? '.data';
