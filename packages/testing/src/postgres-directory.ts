import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/**
 * The folder that holds `postgres` and `initdb`: EYELINE_POSTGRES_BIN (the setup says it), else that of PATH, else Debian's newest.
 * @throws when there is none
 */
export function postgresDirectory(): string {
  const { PATH = '', EYELINE_POSTGRES_BIN = '' } = process.env;
  const onPath = PATH.split(delimiter).map(folder => join(folder, 'postgres'));
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    EYELINE_POSTGRES_BIN,
    ...onPath.filter(path => existsSync(path)).map(path => dirname(realpathSync(path))),
    ...versions.map(version => join(debian, version, 'bin')),
  ];
  const found = folders.find(folder => folder !== '' && existsSync(join(folder, 'initdb')));
  if (!found)
    throw new Error('There is no PostgreSQL here: run `npm run unit`, which installs it, or set EYELINE_POSTGRES_BIN.');
  return found;
}
