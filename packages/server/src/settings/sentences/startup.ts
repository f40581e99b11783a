/** What an administrator reads when a program cannot start: what is wrong, and what to do. */
export const startupSentences = {
  nothingToServe: 'What should be served? Give --config FILE, or --demo to try it out. --help says more.',
  noPort: (given: string) => `"${given}" is no port. Give a number from 0 to 65535 with --port or PORT.`,
  portInUse: (port: number) => `Port ${port} is in use. Choose another with --port.`,
  portNeedsRights: (port: number) => `Port ${port} needs more rights. Choose one above 1024 with --port.`,
  noSuchAddress: (host: string) => `This machine has no address ${host}. Choose one of its own with --host.`,
  noLogLevel: (level: string, levels: readonly string[]) =>
    `There is no log level "${level}". Set EYELINE_LOG_LEVEL to one of ${levels.join(', ')}.`,
  halfCertificate: 'A certificate needs its key, and a key its certificate. Give --cert FILE and --key FILE.',
  badCertificate: (cert: string, key: string, why: string) =>
    `The certificate ${cert} with the key ${key} cannot be used (${why}). Check --cert and --key: PEM files that belong together.`,

  buildsNotKept: (directory: string, why: string) =>
    `This build is not kept in ${directory} (${why}): pages that pin it load nothing after the next upgrade. Make the directory writable, or choose another with --builds.`,
  directoryNotWritable: (directory: string, why: string) =>
    `The directory ${directory} cannot be written (${why}). Choose another with --data.`,
  directoryInUse: (directory: string) =>
    `Another process has the store in ${directory} open. Stop it first, or choose another directory with --data.`,
  storeBroken: (directory: string, why: string) =>
    `The store in ${directory} cannot be opened (${why}). Restore it from a backup, or choose another with --data.`,
  databaseInUse: 'Another server uses the database of DATABASE_URL. Stop it first, or name another database.',
  databaseBroken: (why: string) =>
    `The database of DATABASE_URL cannot be opened (${why}). Check the address and that PostgreSQL runs.`,
  databaseTaken:
    'Another server has taken over the database of DATABASE_URL, so this one ends. Let one server alone use a database.',

  environmentMissing: (path: string, name: string) =>
    `${path}: the environment has no ${name}. Set it to the password.`,
  secretEmpty: (path: string, file: string) => `${path}: the file ${file} is empty. Write the password into it.`,
  secretTooShort: (path: string) => `${path}: the secret is too short. Use at least 32 bytes, made by chance.`,
  noPublicKey: (path: string) => `${path}: that is no public key. Give it as PEM (BEGIN PUBLIC KEY) or as a JWK.`,
  otherKey: (path: string, algorithm: string) =>
    `${path}: a key of another kind than ${algorithm} signs with. Name the key's own algorithm, or give the other key.`,
  fileUnreadable: (path: string, file: string) =>
    `${path}: the file ${file} cannot be read. Check its path and its rights.`,

  noTime: (given: string) => `"${given}" is no time. Give one as 2026-11-20T08:00:00Z.`,
};
