export { type Config, ConfigFile, type ConfigInput } from './config.ts';
export { type ContactCentreOptions, createContactCentre, type RunningContactCentre } from './create-contact-centre.ts';
export { demoAgents, demoConfig, demoPassword, demoSupervisor } from './demo.ts';
export { createLog } from './log.ts';
export type { PagesOptions } from './pages.ts';
export { ConfigError, parseConfig, readConfig } from './parse-config.ts';
export { type RunningServer, type ServerOptions, startServer } from './server.ts';
export { StartupError } from './startup-error.ts';
export { PgliteThread, statementChannel } from './store/pglite-thread.ts';
export type { StatementTiming } from './store/thread-message.ts';
export { FinesseSection, type FinesseSectionOptions } from './voice/finesse-section.ts';
export {
  noTelephones,
  type VoicePort,
  type VoiceRelease,
  type VoiceReservation,
  type VoiceTold,
} from './voice/voice-port.ts';
export { watchConfig } from './watch-config.ts';
