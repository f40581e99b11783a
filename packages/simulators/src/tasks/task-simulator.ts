import type { Directory } from '../directory/directory.ts';
import type { Hub } from '../hub/hub.ts';
import { asyncError } from '../hub/notification.ts';
import type { Journal } from '../journal.ts';
import type { Scenario, ScenarioUser } from '../scenario/scenario.ts';
import type { Timers } from '../timers.ts';
import { refusals } from '../voice/voice-agent.ts';
import type { Cause, VoiceDesk } from '../voice/voice-desk.ts';
import { xml } from '../xml/xml-element.ts';
import {
  decideMedia,
  isRefusal,
  type MediaAgent,
  type MediaCommand,
  type MediaState,
  mediaState,
} from './media-agent.ts';
import { nextTaskState, type Task, type TaskAction, type TaskDialogState } from './task.ts';
import { mediaXml, taskDialogXml } from './task-xml.ts';

type Domain = Scenario['domains'][number];

interface Parts {
  readonly directory: Directory;
  readonly voice: VoiceDesk;
  readonly hub: Hub;
  readonly journal: Journal;
  readonly timers: Timers;
}

/** UCCE's tasks and its agents' media routing domains. CCE chooses the agent: whoever is ready longest in the domain. */
export class TaskSimulator {
  readonly #tasks = new Map<string, Task>();
  readonly #media = new Map<string, MediaAgent>();
  readonly #offers = new Map<string, () => void>();
  readonly #expiries = new Map<string, () => void>();
  readonly #parts: Parts;
  #count = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.voice.onChange((user, agent, before) => {
      const isBusy = agent.call !== undefined && agent.state === 'TALKING';
      if (isBusy !== (before.call !== undefined && before.state === 'TALKING')) this.#interrupt(user, isBusy);
    });
  }

  get tasks(): readonly Task[] {
    return [...this.#tasks.values()];
  }

  task(contactId: string): Task | undefined {
    return this.#tasks.get(contactId);
  }

  byDialog(id: string): Task | undefined {
    return this.tasks.find(({ dialog }) => dialog?.id === id);
  }

  tasksOf(userId: string): readonly Task[] {
    return this.tasks.filter(({ dialog }) => dialog?.agentId === userId && dialog.state !== 'CLOSED');
  }

  media(userId: string, domain: Domain): { readonly agent: MediaAgent; readonly state: MediaState } {
    const agent: MediaAgent = this.#media.get(`${userId} ${domain.id}`) ?? {
      ...{ wants: 'LOGOUT', isRoutable: true, maxDialogLimit: domain.maxDialogLimit },
      ...{ interruptAction: 'ACCEPT', dialogLogoutAction: 'CLOSE', changedAt: 0 },
    };
    return { agent, state: mediaState(agent, this.#states(userId, domain.id)) };
  }

  /** Whether an agent's tasks keep voice calls away: CCE does not interrupt a domain that is not interruptible. */
  keepsFromVoice(userId: string): boolean {
    const { domains } = this.#parts.directory.scenario;
    return this.tasksOf(userId).some(
      ({ domainId }) => domains.find(({ id }) => id === domainId)?.interruptible === false,
    );
  }

  /** A customer asks. */
  create(task: Omit<Task, 'contactId' | 'status' | 'statusReason' | 'createdAt'>): Task {
    const contactId = (0x5000_0000 + ++this.#count).toString(16).toUpperCase();
    const created: Task = { ...task, contactId, status: 'QUEUED', statusReason: '', createdAt: Date.now() };
    this.#tasks.set(contactId, created);
    this.#parts.journal.write('task', `${task.name} asks for ${task.scriptSelector} (${contactId})`);
    this.touch(contactId);
    queueMicrotask(() => this.#serve());
    return created;
  }

  /** Somebody asked about it: it is kept for longer. */
  touch(contactId: string): void {
    this.#expiries.get(contactId)?.();
    const forget = () => {
      const task = this.#tasks.get(contactId);
      if (task && (!task.dialog || task.dialog.state === 'CLOSED')) this.#tasks.delete(contactId);
    };
    this.#expiries.set(contactId, this.#parts.timers.after(this.#parts.directory.scenario.timings.taskMs, forget));
  }

  /** The customer goes; whether the task was still waiting. */
  cancel(contactId: string): boolean {
    const task = this.#tasks.get(contactId);
    if (!task || (task.status !== 'QUEUED' && task.status !== 'UNREAD')) return false;
    this.#tasks.set(contactId, { ...task, status: 'DISCARDED', statusReason: 'R_CUSTOMER_LEFT' });
    this.#parts.journal.write('task', `${task.name} left the queue (${contactId})`);
    return true;
  }

  /** The platform closes a task from its side. */
  close(contactId: string): boolean {
    const task = this.#tasks.get(contactId);
    if (!task) return false;
    if (!task.dialog) return this.cancel(contactId);
    this.#step(task, 'CLOSED', {});
    return true;
  }

  /** An agent acts on a task; refused by a notification when the agent may not now. */
  act(user: ScenarioUser, dialogId: string, action: TaskAction, cause: Cause, target?: string): void {
    const task = this.byDialog(dialogId);
    const next = task?.dialog?.agentId === user.id ? nextTaskState(task.dialog.state, action) : undefined;
    if (!task || next === undefined) {
      this.#publish(
        user.id,
        `/finesse/api/User/${user.id}/Dialogs/Media`,
        'put',
        asyncError(refusals.invalidState),
        cause,
      );
      return;
    }
    this.#step(task, next, cause);
    if (action === 'TRANSFER') this.#resubmit(task, target ?? task.scriptSelector);
  }

  /** An agent asks for a state of a domain. */
  command(user: ScenarioUser, domain: Domain, command: MediaCommand, cause: Cause): void {
    const { agent } = this.media(user.id, domain);
    const outcome = decideMedia(agent, command, Date.now());
    if (isRefusal(outcome)) {
      const source = `/finesse/api/User/${user.id}/Media/${domain.id}`;
      this.#publish(user.id, source, 'put', asyncError({ ...outcome, media: domain.id }), cause);
      return;
    }
    this.#media.set(`${user.id} ${domain.id}`, outcome);
    if (outcome.wants === 'LOGOUT') {
      for (const task of this.tasksOf(user.id).filter(({ domainId }) => domainId === domain.id)) {
        this.#step(task, 'CLOSED', {});
        if (outcome.dialogLogoutAction === 'TRANSFER') this.#resubmit(task, task.scriptSelector);
      }
    }
    this.#notifyMedia(user.id, domain, cause);
    this.#serve();
  }

  #serve(): void {
    for (const task of this.tasks.filter(({ status }) => status === 'QUEUED')) {
      const user = this.#chooseAgent(task.domainId);
      if (user) this.#offer(task, user);
    }
  }

  #chooseAgent(domainId: string): ScenarioUser | undefined {
    const { users, domains } = this.#parts.directory.scenario;
    const domain = domains.find(({ id }) => id === domainId);
    if (!domain) return undefined;
    return users
      .map(user => ({ user, agent: this.media(user.id, domain).agent, open: this.#states(user.id, domain.id).length }))
      .filter(({ user, agent, open }) => {
        const isOnCall = this.#parts.voice.agent(user.id).call !== undefined;
        return agent.wants === 'READY' && agent.isRoutable && open < agent.maxDialogLimit && !isOnCall;
      })
      .sort((one, other) => one.agent.changedAt - other.agent.changedAt)[0]?.user;
  }

  #offer(task: Task, user: ScenarioUser): void {
    const id = `151635_${++this.#count}_1`;
    const dialog = { id, agentId: user.id, state: 'OFFERED', changedAt: Date.now() } as const;
    const offered: Task = { ...task, status: 'RESERVED', dialog };
    this.#tasks.set(task.contactId, offered);
    this.#parts.journal.write('task', `${task.name} is offered to ${user.firstName} ${user.lastName}`);
    this.#notifyTask(offered, 'POST', {});
    this.#notifyDomain(offered);
    const expire = () => {
      const now = this.#tasks.get(task.contactId);
      if (now?.dialog?.id !== id || now.dialog.state !== 'OFFERED') return;
      // Nobody answered: Finesse makes the agent not routable and submits the task again.
      this.#step(now, 'CLOSED', {});
      const domain = this.#domain(task.domainId);
      if (domain) this.command(user, domain, { routable: false }, {});
      this.#resubmit(task, task.scriptSelector);
    };
    this.#offers.set(id, this.#parts.timers.after(this.#parts.directory.scenario.timings.offerMs, expire));
  }

  #step(task: Task, state: TaskDialogState, cause: Cause): void {
    const { dialog } = task;
    if (!dialog) return;
    this.#offers.get(dialog.id)?.();
    this.#offers.delete(dialog.id);
    const isHandled =
      state === 'CLOSED' ||
      (state !== 'OFFERED' && this.#parts.directory.scenario.uncertain.handledWhen === 'accepted');
    const changed: Task = {
      ...task,
      ...(isHandled ? { status: 'HANDLED' } : {}),
      dialog: { ...dialog, state, changedAt: Date.now() },
    };
    this.#tasks.set(task.contactId, changed);
    this.#parts.journal.write('task', `${task.name} is ${state} at ${dialog.agentId}`);
    this.#notifyTask(changed, state === 'CLOSED' ? 'DELETE' : 'PUT', cause);
    this.#notifyDomain(changed);
    if (state === 'CLOSED') queueMicrotask(() => this.#serve());
  }

  #resubmit({ dialog: _, ...task }: Task, scriptSelector: string): void {
    this.#tasks.set(task.contactId, { ...task, scriptSelector, status: 'QUEUED' });
    queueMicrotask(() => this.#serve());
  }

  #interrupt(user: ScenarioUser, isBusy: boolean): void {
    const [from, to] = isBusy ? (['ACTIVE', 'INTERRUPTED'] as const) : (['INTERRUPTED', 'ACTIVE'] as const);
    for (const task of this.tasksOf(user.id)) {
      const domain = this.#domain(task.domainId);
      if (!domain?.interruptible || this.media(user.id, domain).agent.interruptAction === 'IGNORE') continue;
      if (task.dialog?.state === from) this.#step(task, to, {});
    }
  }

  #states(userId: string, domainId: string): readonly TaskDialogState[] {
    return this.tasksOf(userId).flatMap(task => (task.domainId === domainId && task.dialog ? [task.dialog.state] : []));
  }

  #domain(id: string): Domain | undefined {
    return this.#parts.directory.scenario.domains.find(domain => domain.id === id);
  }

  #notifyTask(task: Task, event: 'POST' | 'PUT' | 'DELETE', cause: Cause): void {
    if (!task.dialog) return;
    const node = `/finesse/api/User/${task.dialog.agentId}/Dialogs/Media`;
    const isChange = event === 'PUT';
    const data = isChange ? taskDialogXml(task, 'dialog') : xml('dialogs', [taskDialogXml(task)]);
    this.#publish(
      task.dialog.agentId,
      isChange ? `/finesse/api/Dialog/${task.dialog.id}` : node,
      event,
      data,
      cause,
      node,
    );
  }

  #notifyDomain({ dialog, domainId }: Task): void {
    const domain = this.#domain(domainId);
    if (dialog && domain) this.#notifyMedia(dialog.agentId, domain, {});
  }

  #notifyMedia(userId: string, domain: Domain, cause: Cause): void {
    const { agent, state } = this.media(userId, domain);
    this.#parts.journal.write('state', `${userId} is ${state} in ${domain.name}`);
    const source = `/finesse/api/User/${userId}/Media/${domain.id}`;
    this.#publish(userId, source, 'PUT', mediaXml(userId, domain, agent, state, 'media'), cause);
  }

  #publish(
    userId: string,
    source: string,
    event: 'PUT' | 'POST' | 'DELETE' | 'put',
    data: ReturnType<typeof xml>,
    { requestId, at }: Cause,
    node = source.includes('/Dialogs') ? source : `/finesse/api/User/${userId}/Media`,
  ): void {
    const about = { ...(requestId === undefined ? {} : { requestId }), ...(at === undefined ? {} : { at }) };
    this.#parts.hub.publish({ node, source, event, data, ...about });
  }
}
