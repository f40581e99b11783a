import type { CallSimulator } from './calls/call-simulator.ts';
import type { Callers } from './calls/callers.ts';
import type { Accounts } from './directory/accounts.ts';
import type { Directory } from './directory/directory.ts';
import type { Layouts } from './directory/layouts.ts';
import type { FaultInjector } from './faults/fault-injector.ts';
import type { Hub } from './hub/hub.ts';
import type { Journal } from './journal.ts';
import type { NodePair } from './nodes/node-pair.ts';
import type { Scenario } from './scenario/scenario.ts';
import type { TaskSimulator } from './tasks/task-simulator.ts';
import type { Timers } from './timers.ts';
import type { VoiceDesk } from './voice/voice-desk.ts';

/** The contact centre behind every listener of a box. */
export interface Simulator {
  readonly scenario: Scenario;
  readonly directory: Directory;
  readonly accounts: Accounts;
  readonly layouts: Layouts;
  readonly voice: VoiceDesk;
  readonly calls: CallSimulator;
  readonly callers: Callers;
  readonly tasks: TaskSimulator;
  readonly nodes: NodePair;
  readonly hub: Hub;
  readonly faults: FaultInjector;
  readonly journal: Journal;
  readonly timers: Timers;
}
