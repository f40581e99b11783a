import type { CceDomains } from '../cisco/domains/cce-domains.ts';
import { ExternalTasks } from '../cisco/external-tasks/external-tasks.ts';
import type { TaskRouting } from '../cisco/external-tasks/task-routing.ts';
import { houseLines } from '../gateway/house-line.ts';
import { Ece } from '../http/ece/ece.ts';
import { SessionKeeper } from '../people/session-keeper.ts';
import { BotRunner } from '../work/bots/bot-runner.ts';
import { botIn } from '../work/bots/bot-standing.ts';
import { closeInteraction, taskOf } from '../work/closing.ts';
import { EffectsRunner } from '../work/effects/effects.ts';
import { Lists } from '../work/effects/lists.ts';
import { endDemo } from '../work/end-demo.ts';
import { endOrphans } from '../work/end-orphans.ts';
import { EscalationNews } from '../work/escalation-news.ts';
import { Inactivity } from '../work/inactivity/inactivity.ts';
import { awaitsHost } from '../work/invitations/guest-task.ts';
import { MailSender } from '../work/mails/mail-sender.ts';
import { Presence } from '../work/presence.ts';
import { EntryPointNews } from '../work/request/entry-point-news.ts';
import { TextSender } from '../work/texts/text-sender.ts';
import { ContactCentre, type ContactCentreParts } from './contact-centre.ts';

export interface OpenContactCentre {
  readonly centre: ContactCentre;
  readonly ece: Ece;
  /** Stores what there is and stops. The store stays open. */
  close(): Promise<void>;
}

/** A contact centre with those who watch over it: it tells whom it concerns, and notices who comes and goes. */
export async function openContactCentre(
  parts: ContactCentreParts & {
    /** CCE's, for queues that it routes. Default: there is none. */
    readonly taskRouting?: TaskRouting | undefined;
    readonly domains?: CceDomains | undefined;
  },
): Promise<OpenContactCentre> {
  const centre = new ContactCentre(parts);
  const { people, interaction, work, cisco, settings, log } = centre;
  const presence = new Presence(centre);
  const inactivity = new Inactivity(centre);
  const bots = new BotRunner(centre);
  const ece = new Ece(centre, houseLines(centre));
  const lists = new Lists(centre);
  const escalations = new EscalationNews(centre);
  const entryPoints = new EntryPointNews(centre);
  const externalTasks = new ExternalTasks(centre, parts.taskRouting);
  const sessions = new SessionKeeper({
    ...{ people, settings, log },
    now: interaction.now,
    change: interaction.change,
    isBusy: agentId => {
      const agent = work.state.agentSessions.get(agentId)?.agent;
      return agent !== undefined && (agent.inHand.length > 0 || agent.state === 'ready');
    },
    isOpen: interactionId => interaction.logs.get(interactionId)?.isClosed === false,
  });
  const effects = new EffectsRunner({
    rooms: centre,
    decisions: work.decisions,
    lists,
    escalations,
    outside: {
      holdVoice: hold => cisco.voice.hold(hold),
      releaseVoice: release => cisco.voice.release(release),
      runExternalTask: number => externalTasks.run(number),
      taskChanged: taskId => externalTasks.taskChanged(taskId),
      agentChanged: agentId => parts.domains?.agentChanged(agentId),
    },
  });
  await centre.restore({
    follow: (change, effect) => effects.follow(change, effect),
    decided: decided => effects.decided(decided),
    arrived: identity => presence.arrived(identity),
    left: (identity, receivedAt) => presence.left(identity, receivedAt),
    happened: facts => {
      inactivity.follow(facts);
      centre.webhooks.wake();
      ece.follow(facts);
      bots.follow(facts);
    },
    reconfigured: () => {
      escalations.reconfigured();
      inactivity.watchAll();
      bots.reconfigured();
      ece.reconfigured().catch(error => log.error({ err: error }, 'Applications were not configured anew.'));
    },
  });
  // Who was not served before the restart is not kept in limbo.
  await interaction.change(change => {
    endOrphans(centre, change);
    for (const one of [...interaction.logs.all()])
      if (!one.isClosed && !taskOf(centre, one) && !awaitsHost(centre, one) && !botIn(one))
        closeInteraction(centre, change, one, null);
    if (!parts.isDemo) endDemo(centre, change);
    people.retireDisabled(change);
  });
  presence.watchAll();
  inactivity.watchAll(true);
  for (const one of interaction.logs.all()) {
    centre.call.ringing.watch(centre, one);
    centre.call.reports.resume(one);
  }
  // Their customers are there from the start.
  await ece.restore();
  bots.start();
  sessions.start();
  entryPoints.start();
  externalTasks.start();
  parts.domains?.start(centre);
  const texts = new TextSender(centre);
  work.onTexts = () => texts.wake();
  texts.wake();
  centre.webhooks.start();
  const letters = new MailSender(centre);
  work.onLetters = () => letters.wake();
  letters.wake();
  const close = async () => {
    presence.stop();
    inactivity.stop();
    entryPoints.stop();
    centre.call.ringing.stop();
    centre.call.reports.stop();
    // What they are in the middle of may wait for the store, which may be gone.
    void sessions.stop();
    void externalTasks.stop();
    work.onTexts = () => {};
    void texts.stop();
    work.onLetters = () => {};
    void letters.stop();
    void ece.stop();
    bots.stop();
    parts.domains?.stop();
    lists.stop();
    await centre.webhooks.stop();
    await centre.close();
  };
  return { centre, ece, close };
}
