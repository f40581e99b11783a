import { ConfigError, readConfig } from './parse-config.ts';
import { configSentences } from './sentences/config.ts';
import { StartupError } from './startup-error.ts';
import { warningLine } from './warnings/config-warning.ts';
import { configWarnings } from './warnings/config-warnings.ts';
import { surroundingWarnings } from './warnings/surrounding-warnings.ts';

/**
 * What there is to say of a configuration that can be used, a line each.
 * @throws StartupError with a line for each fault when it cannot be used
 */
export function checkConfig(path: string): string {
  try {
    const config = readConfig(path);
    const warnings = [...configWarnings(config), ...surroundingWarnings(config)];
    const verdict = warnings.length === 0 ? configSentences.isValid : configSentences.hasWarnings;
    return [...warnings.map(one => configSentences.warning(warningLine(one))), verdict(path), ''].join('\n');
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const faults = error.faults.map(configSentences.error);
    throw new StartupError([...faults, configSentences.hasFaults(path)].join('\n'));
  }
}
