import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import type { Config } from '../config.ts';
import { SecretSource } from '../secret-source.ts';
import { configWarningSentences } from '../sentences/config-warnings.ts';
import type { ConfigWarning } from './config-warning.ts';

/**
 * What a configuration points to and this machine does not have. Warnings, since it may be checked elsewhere than where
 * it is used.
 */
export const surroundingWarnings = (config: Config): readonly ConfigWarning[] => [
  ...secretWarnings(config, ''),
  ...(config.files.folder !== undefined && !isWritable(config.files.folder)
    ? [
        {
          path: 'files.folder',
          sentence: configWarningSentences.folderNotWritable(config.files.folder),
        },
      ]
    : []),
];

/** Wherever a secret is pointed to: nothing else in a configuration has this form. O(its size). */
function secretWarnings(part: unknown, path: string): readonly ConfigWarning[] {
  if (typeof part !== 'object' || part === null) return [];
  const source = v.safeParse(SecretSource, part);
  if (!source.success)
    return Object.entries(part).flatMap(([key, below]) => secretWarnings(below, path ? `${path}.${key}` : key));
  if ('file' in source.output) {
    const { file } = source.output;
    return isAllowed(file, constants.R_OK) ? [] : [{ path, sentence: configWarningSentences.fileUnreadable(file) }];
  }
  const { env } = source.output;
  return process.env[env] ? [] : [{ path, sentence: configWarningSentences.notInEnvironment(env) }];
}

/** Whether it is a folder that can be written, or can be made. */
function isWritable(folder: string): boolean {
  let there = resolve(folder);
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  return statSync(there).isDirectory() && isAllowed(there, constants.W_OK | constants.X_OK);
}

function isAllowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
