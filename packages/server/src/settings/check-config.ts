import { ConfigError, readConfig } from './parse-config.ts';
import { StartupError } from './startup-error.ts';
import { warningLine } from './warnings/config-warning.ts';
import { configWarnings } from './warnings/config-warnings.ts';

/**
 * What there is to say of a configuration that can be used, a line each.
 * @throws StartupError with a line for each fault when it cannot be used
 */
export function checkConfig(path: string): string {
  try {
    const warnings = configWarnings(readConfig(path));
    const verdict = warnings.length === 0 ? 'is valid.' : 'can be used. What is probably not meant is above.';
    return [...warnings.map(one => `warning: ${warningLine(one)}`), `${path} ${verdict}`, ''].join('\n');
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const faults = error.faults.map(fault => `error: ${fault}`);
    throw new StartupError([...faults, `${path} cannot be used. Correct what is above.`].join('\n'));
  }
}
