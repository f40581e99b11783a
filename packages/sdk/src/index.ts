export { type AgentSession, type AgentSessionOptions, createAgentSession } from './agent-session.ts';
export type { GetProof } from './connection/proving.ts';
export { type CustomerSession, type CustomerSessionOptions, createCustomerSession } from './customer-session.ts';
export { createDoctor, type DoctorOptions } from './doctor/create-doctor.ts';
export { createFinesseDesktop, type FinesseDesktopOptions } from './finesse/finesse-desktop.ts';
export type {
  FinesseGadgetConfig,
  FinesseHandlers,
  FinesseJs,
  FinesseJsUser,
  FinesseUserOptions,
} from './finesse/finesse-js.ts';
export type { WhoIsThere } from './identity/who-is-there.ts';
export type { Inspect } from './inspect.ts';
export { createLink, type LinkOptions } from './link/create-link.ts';
export type { SessionStorage } from './tab-store.ts';
