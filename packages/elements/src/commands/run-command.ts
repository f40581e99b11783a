import { selectCallControls } from '@eyeline/machines';
import { type FailureCode, MESSAGE_MAX_LENGTH } from '@eyeline/protocol';
import { keepDraft } from '../parts/draft.ts';
import { say } from '../parts/say.ts';
import { commands as sentences } from '../sentences/commands.ts';
import { sentenceOf } from '../sentences/language.ts';
import { conversationOf } from '../widget/conversation-of.ts';

import { CommandError } from './command-error.ts';
import type { Commanded } from './commanded.ts';
import type { CommandName, Commands, FormInput } from './commands.ts';
import { shown } from './plain-copy.ts';
import { isText, requireForm } from './require-form.ts';
import { requireAttributes, requireWho } from './require-who.ts';
import { settled } from './settled.ts';
import { fillIn, isGoingOn, questionsIn, start, visitOf } from './start.ts';

type Carrying = {
  readonly [N in CommandName]: (
    widget: Commanded,
    ...args: Parameters<Commands[N]>
  ) => Promise<ReturnType<Commands[N]>> | ReturnType<Commands[N]>;
};

/** How each command is carried out by a widget that is there. What comes from a page without types is looked at first. */
const carrying: Carrying = {
  open: widget => setOpen(widget, true),
  close: widget => setOpen(widget, false),
  toggle: widget => setOpen(widget, !widget.open),
  show: widget => widget.removeAttribute('hidden'),
  hide: widget => widget.setAttribute('hidden', ''),
  setLocale: async (_, ...wanted) => {
    if (!wanted.length || !wanted.every(isText)) throw new CommandError('invalid-arguments', sentences.noLocale);
    const { speakLanguage } = await import('../languages/widget.ts');
    return speakLanguage(wanted);
  },
  prefill: (widget, values) => fillIn(actorOf(widget), requireForm(values)),
  identify: (widget, who) => saying(() => sessionOf(widget).identify?.(requireWho(who))),
  setAttributes: (widget, attributes) => saying(() => sessionOf(widget).setAttributes?.(requireAttributes(attributes))),
  startChat: (widget, values) => begin(widget, 'chat', values),
  startVideo: async (widget, values) => {
    const visit = await visitOf(actorOf(widget));
    return visit.matches({ serving: 'talking' }) ? callFrom(widget) : begin(widget, 'video', values);
  },
  requestCallback: (widget, values) => begin(widget, 'callback', values),
  invite: async (widget, what) => {
    const { inviteBy } = await import('../proactive/follow-session.ts');
    sessionOf(widget);
    if (!inviteBy(widget, what)) throw new CommandError('invalid-arguments', sentences.noInvite);
  },
  send: async (widget, text) => {
    if (!isText(text) || !text.trim() || text.length > MESSAGE_MAX_LENGTH)
      throw new CommandError('invalid-arguments', sentences.noText(MESSAGE_MAX_LENGTH));
    const conversation = await conversationIn(widget);
    say(conversation, text);
    const messageId = conversation.getSnapshot().context.outbox.at(-1)?.command.commandId;
    if (!messageId) throw new CommandError('no-conversation', sentences.noConversation);
    const entryIn = ({ outbox }: ReturnType<typeof conversation.getSnapshot>['context']) =>
      outbox.find(({ command }) => command.commandId === messageId);
    const { context } = await settled(conversation, now => {
      const entry = entryIn(now.context);
      return !entry || entry.failure !== null;
    });
    const failure = entryIn(context)?.failure;
    if (failure) throw new CommandError(failure.code, sentenceOf(failure));
    return { messageId };
  },
  end: async widget => {
    const conversation = await conversationIn(widget);
    const before = conversation.getSnapshot().context.failure;
    conversation.send({ type: 'end' });
    const { context } = await settled(
      conversation,
      now =>
        now.context.interaction.closed !== null || (now.context.failure !== null && now.context.failure !== before),
    );
    if (!context.interaction.closed && context.failure)
      throw new CommandError(context.failure.code, sentenceOf(context.failure));
  },
  reset: async widget => {
    const actor = actorOf(widget);
    const visit = await visitOf(actor);
    conversationOf(visit)?.send({ type: 'end' });
    for (const { name } of visit.context.entryPoint?.form ?? []) keepDraft(`${visit.context.entryPointId}.${name}`, '');
    actor.send({ type: 'start-over' });
    actor.send({ type: 'fill-in', form: {} });
    await widget.session?.identify?.(null);
  },
  destroy: widget => widget.destroy(),
};

/** @throws CommandError */
export async function runCommand<N extends CommandName>(
  widget: Commanded,
  command: N,
  ...args: Parameters<Commands[N]>
): Promise<ReturnType<Commands[N]>> {
  if (typeof command !== 'string' || !Object.hasOwn(carrying, command))
    throw new CommandError('unknown-command', sentences.unknown(shown(command)));
  return carrying[command](widget, ...args);
}

function sessionOf({ session }: Commanded) {
  if (!session) throw new CommandError('no-session', sentences.noSession);
  return session;
}

const actorOf = (widget: Commanded) => sessionOf(widget).actor;

/** What a session refuses is refused here with the same code. */
async function saying(say: () => Promise<void> | undefined): Promise<void> {
  try {
    await say();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof CommandError || !('code' in error)) throw error;
    const isOfForm = error.code === 'invalid-payload';
    throw new CommandError(isOfForm ? 'invalid-arguments' : (error.code as FailureCode), error.message);
  }
}

async function conversationIn(widget: Commanded) {
  const conversation = conversationOf(await visitOf(actorOf(widget)));
  if (!conversation) throw new CommandError('no-conversation', sentences.noConversation);
  // What was said before this page came, or while it was away, is there first.
  const { context } = await settled(conversation, now => now.context.interaction.lastSeq > 0);
  if (context.interaction.closed) throw new CommandError('no-conversation', sentences.noConversation);
  return conversation;
}

async function setOpen(widget: Commanded, open: boolean): Promise<void> {
  if (open) widget.hidden = false;
  widget.open = open;
  await widget.updateComplete;
}

async function begin(widget: Commanded, step: 'chat' | 'video' | 'callback', values?: FormInput) {
  const form = values === undefined ? values : requireForm(values);
  await setOpen(widget, true);
  const visit = await visitOf(actorOf(widget));
  const started = await start(actorOf(widget), step, form);
  // In a conversation that goes on there is no form any more: what was to be asked in it is said.
  if (form && isGoingOn(visit))
    for (const text of questionsIn(visit.context.entryPoint?.form ?? [], form)) await carrying.send(widget, text);
  return started;
}

/** The conversation becomes a call, in which the customer sees the own picture first. */
async function callFrom(widget: Commanded) {
  await setOpen(widget, true);
  const conversation = await conversationIn(widget);
  const { call } = (await settled(conversation, now => now.context.call !== null)).context;
  const { context } = conversation.getSnapshot();
  const [kind] = selectCallControls(call?.getSnapshot(), context).kinds;
  if (!call || !kind) throw new CommandError('not-offered', sentences.notOffered('video'));
  const { startCall } = await import('../call/call-preview.ts');
  startCall(call, kind, widget.picture);
  return { interactionId: context.interactionId };
}
