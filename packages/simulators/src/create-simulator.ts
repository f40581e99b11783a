import { CallSimulator } from './calls/call-simulator.ts';
import { Callers } from './calls/callers.ts';
import { employAgents } from './calls/scripted-agents.ts';
import { createChance } from './chance.ts';
import { Accounts } from './directory/accounts.ts';
import { Directory } from './directory/directory.ts';
import { Layouts } from './directory/layouts.ts';
import { FaultInjector } from './faults/fault-injector.ts';
import { Hub } from './hub/hub.ts';
import { Journal } from './journal.ts';
import { NodePair } from './nodes/node-pair.ts';
import type { Scenario } from './scenario/scenario.ts';
import type { Simulator } from './simulator.ts';
import { TaskSimulator } from './tasks/task-simulator.ts';
import { Timers } from './timers.ts';
import { VoiceDesk } from './voice/voice-desk.ts';

/** Puts a contact centre together. It begins to work when it is opened. */
export function createSimulator(scenario: Scenario): Simulator & { open(): void } {
  const { seed } = scenario;
  const timers = new Timers();
  const journal = new Journal();
  const directory = new Directory(scenario);
  // Each has chances of its own, so that a fault does not change when people call.
  const faults = new FaultInjector(createChance(seed + 1), journal, timers);
  const hub = new Hub(faults, journal, timers, scenario.uncertain.notificationsAcrossNodes);
  const voice = new VoiceDesk(directory, hub, journal);
  const parts = { directory, voice, hub, journal, timers };
  const calls = new CallSimulator({ ...parts, chance: createChance(seed + 2) });
  const tasks = new TaskSimulator(parts);
  calls.keepFrom(userId => tasks.keepsFromVoice(userId));
  const nodes = new NodePair(faults, journal);
  nodes.onChange((node, state) => {
    if (state !== 'down' || scenario.uncertain.reasonsAfterFailover === 'kept') return;
    for (const user of scenario.users.filter(({ id }) => voice.nodeOf(id) === node)) {
      voice.input(user, { type: 'reason.forgotten' });
    }
  });
  const callers = new Callers(calls, timers, createChance(seed));
  return {
    ...{ ...parts, scenario, faults, calls, callers, tasks },
    accounts: new Accounts(directory, faults),
    layouts: new Layouts(scenario.gadget),
    nodes,
    open: () => {
      employAgents({ directory, voice, calls, timers, chance: createChance(seed + 3) });
      callers.call(scenario.calls.perMinute);
    },
  };
}
