import type { Config } from '../config.ts';
import { agentWarnings } from './agent-warnings.ts';
import type { ConfigWarning } from './config-warning.ts';
import { entryPointWarnings } from './entry-point-warnings.ts';
import { fallbackWarnings } from './fallback-warnings.ts';
import { queueWarnings } from './queue-warnings.ts';
import { ruleWarnings } from './rule-warnings.ts';
import { siteWarnings } from './site-warnings.ts';
import { spanWarnings } from './span-warnings.ts';

/** What is probably not meant in a configuration without faults. */
export const configWarnings = (config: Config): readonly ConfigWarning[] => [
  ...spanWarnings(config),
  ...entryPointWarnings(config),
  ...fallbackWarnings(config),
  ...ruleWarnings(config),
  ...queueWarnings(config),
  ...agentWarnings(config),
  ...siteWarnings(config),
];
