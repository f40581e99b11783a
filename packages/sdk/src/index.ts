export { type AgentSession, type AgentSessionOptions, createAgentSession } from './agent-session.ts';
export { type CustomerSession, type CustomerSessionOptions, createCustomerSession } from './customer-session.ts';
export type { SessionStorage } from './token-store.ts';
