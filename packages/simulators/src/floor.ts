import type { CallFloor } from './calls/call-floor.ts';
import type { Callers } from './calls/callers.ts';
import type { Accounts } from './directory/accounts.ts';
import type { Directory } from './directory/directory.ts';
import type { Layouts } from './directory/layouts.ts';
import type { FaultBoard } from './faults/fault-board.ts';
import type { Hub } from './hub/hub.ts';
import type { Journal } from './journal.ts';
import type { NodePair } from './nodes/node-pair.ts';
import type { Scenario } from './scenario/scenario.ts';
import type { TaskFloor } from './tasks/task-floor.ts';
import type { Timers } from './timers.ts';
import type { VoiceDesk } from './voice/voice-desk.ts';

/** The contact centre behind every door of a box. */
export interface Floor {
  readonly scenario: Scenario;
  readonly directory: Directory;
  readonly accounts: Accounts;
  readonly layouts: Layouts;
  readonly voice: VoiceDesk;
  readonly calls: CallFloor;
  readonly callers: Callers;
  readonly tasks: TaskFloor;
  readonly nodes: NodePair;
  readonly hub: Hub;
  readonly faults: FaultBoard;
  readonly journal: Journal;
  readonly timers: Timers;
}
