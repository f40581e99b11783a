import { signalChild, spawnChild } from './children.js';

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeoutMs] the command is ended after this many milliseconds
 * @property {(line: string) => void} [onLine] called with each line of the output
 * @property {Uint8Array} [input] written to its standard input
 */

/** A command that did not do its work. */
export class CommandError extends Error {
  /**
   * @param {string} message
   * @param {string} output the last that it said
   * @param {number | null} code its exit code; null when it never ran or was ended
   */
  constructor(message, output, code) {
    super(message);
    this.name = 'CommandError';
    this.output = output;
    this.code = code;
  }

  /** The last lines that it said, one string. */
  get lastWords() {
    return this.output.trim().split('\n').slice(-8).join('\n');
  }
}

/**
 * Runs a command quietly and answers with its output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<string>}
 * @throws {CommandError} when it cannot be started, takes too long or exits with another code than 0
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawnChild(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['pipe', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    });
    let output = '';
    let expired = false;
    const expire = () => {
      expired = true;
      signalChild(child, 'SIGKILL');
    };
    const timer = options.timeoutMs === undefined ? undefined : setTimeout(expire, options.timeoutMs);
    const read = (/** @type {Buffer} */ chunk) => {
      const text = chunk.toString();
      output = (output + text).slice(-64_000);
      for (const line of options.onLine ? text.split(/[\r\n]+/) : []) if (line) options.onLine?.(line);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.stdin?.on('error', () => {}); // a command may end without reading all of its input
    child.stdin?.end(options.input);
    const fail = (/** @type {string} */ end, /** @type {number | null} */ code) =>
      reject(new CommandError(`${command} ${args.join(' ')}: ${end}`, output, code));
    child.once('error', error => {
      clearTimeout(timer);
      fail(error.message, null);
    });
    child.once('close', code => {
      clearTimeout(timer);
      if (code === 0) resolve(output);
      else fail(expired ? 'took too long and was ended' : `ended with code ${code}`, code);
    });
  });
}

/**
 * The exit code of a command; null when it cannot be run or takes too long.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<number | null>}
 */
export function exitCode(command, args, options = {}) {
  return runCommand(command, args, { timeoutMs: 20_000, ...options }).then(
    () => 0,
    error => (error instanceof CommandError ? error.code : null),
  );
}
