export { type AgentSession, type AgentSessionOptions, createAgentSession } from './agent-session.ts';
export { type CustomerSession, type CustomerSessionOptions, createCustomerSession } from './customer-session.ts';
export type {
  FinesseGadgetConfig,
  FinesseHandlers,
  FinesseJs,
  FinesseJsUser,
  FinesseUserOptions,
} from './finesse/finesse-js.ts';
export { createFinesseTelephone, type FinesseTelephoneOptions } from './finesse/finesse-telephone.ts';
export type { SessionStorage } from './token-store.ts';
