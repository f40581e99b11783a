export { Config, type ConfigInput, parseConfig, readConfig } from './config.ts';
export { type ContactCentreOptions, createContactCentre, type RunningContactCentre } from './create-contact-centre.ts';
export { demoAgents, demoConfig, demoPassword } from './demo.ts';
export { createLog } from './log.ts';
export type { PagesOptions } from './pages.ts';
export { type RunningServer, type ServerOptions, startServer } from './server.ts';
export { StartupError } from './startup-error.ts';
