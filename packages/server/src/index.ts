export { FinesseSection, type FinesseSectionOptions } from './cisco/voice/finesse-section.ts';
export { KeptVoice } from './cisco/voice/kept-voice.ts';
export {
  noVoiceChannels,
  type VoiceHold,
  type VoicePort,
  type VoiceRelease,
  type VoiceReport,
} from './cisco/voice/voice-port.ts';
export type { PagesOptions } from './http/pages.ts';
export {
  type ContactCentreOptions,
  createContactCentre,
  type RunningContactCentre,
} from './process/create-contact-centre.ts';
export { demoAgents, demoConfig, demoPassword, demoSupervisor } from './process/demo.ts';
export { createLog } from './process/log.ts';
export { type RunningServer, type ServerOptions, startServer } from './process/server.ts';
export { type Config, ConfigFile, type ConfigInput } from './settings/config.ts';
export { ConfigError, parseConfig, readConfig } from './settings/parse-config.ts';
export { StartupError } from './settings/startup-error.ts';
export { watchConfig } from './settings/watch-config.ts';
export { PgliteThread, statementChannel } from './store/embedded/pglite-thread.ts';
export type { StatementTiming } from './store/embedded/thread-message.ts';
