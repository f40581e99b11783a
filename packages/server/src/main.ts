import { dataDirectoryOf, parsePort, runProgram } from './process/command-line.ts';
import { parseServerArguments, usage } from './process/program/server-arguments.ts';
import { startEmbedded } from './store/embedded/start-embedded.ts';

await runProgram(async () => {
  const values = parseServerArguments();
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  if (values.check !== undefined) {
    const { checkConfig } = await import('./settings/check-config.ts');
    process.stdout.write(checkConfig(values.check));
    return;
  }
  parsePort(values.port ?? '0');
  // One that is refused touches no store.
  const config = values.config ? (await import('./settings/parse-config.ts')).readConfig(values.config) : undefined;
  // To load all the rest takes as long as PostgreSQL takes to start: it starts first, on its own thread.
  const postgres = process.env['DATABASE_URL']
    ? undefined
    : startEmbedded(dataDirectoryOf(values.data), process.env['EYELINE_STORE_TEMPLATE']);
  try {
    const { runServer } = await import('./process/program/run-server.ts');
    await runServer(values, { config, postgres });
  } catch (error) {
    await postgres?.close();
    throw error;
  }
});
