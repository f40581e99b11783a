import { type Desktop, type DesktopEvent, refusalAtOnce, toConnection } from '@eyeline/machines';
import { type Command, type CommandInput, type DesktopCommand, DesktopRefusal } from '@eyeline/protocol';
import * as v from 'valibot';
import { fromCallback } from 'xstate';
import { prepareAction } from './action.ts';

type DesktopAnswer = CommandInput<'desktop.answer'>;

const Refused = v.object({ refusal: DesktopRefusal });

/** A `DesktopError` by what it says: an application has a class of its own by that name, from `@eyeline/machines`. */
function refusalOf(error: unknown): DesktopRefusal {
  const refused = v.safeParse(Refused, error);
  return refused.success ? refused.output.refusal : 'failed';
}

/** Fills the machines' `desktop` port: attaches while the desktop is reached, and does what is asked for there. */
export const desktopOver = (desktop: Desktop) =>
  fromCallback<DesktopEvent>(({ receive, system }) => {
    const send = (command: Command) => toConnection({ system }).send(command);
    /** When this page asked to be attached, for each answer that is still to come. */
    const asked: number[] = [];
    /** What the server's clock said after this page had asked: the server's time is never later than this tells. */
    let clock: { readonly askedAt: number; readonly now: number } | null = null;
    let isAttached = false;
    let isStopped = false;

    const attach = () => {
      if (desktop.isReached === isAttached) return;
      isAttached = desktop.isReached;
      clock = null;
      if (isAttached) asked.push(performance.now());
      send(isAttached ? { type: 'desktop.attach', userId: desktop.userId } : { type: 'desktop.detach' });
    };

    const refusalNow = (wanted: DesktopCommand, isAsExpected: boolean): DesktopRefusal | null => {
      // Without the server's clock nobody knows whether it is still wanted.
      const now = clock ? clock.now + performance.now() - clock.askedAt : Number.POSITIVE_INFINITY;
      return isStopped ? 'too-late' : refusalAtOnce(wanted, isAsExpected, now);
    };

    const carryOut = async (wanted: DesktopCommand): Promise<DesktopAnswer> => {
      const { desktopCommandId } = wanted;
      try {
        const late = refusalNow(wanted, true);
        if (late) return { desktopCommandId, refusal: late };
        const action = await prepareAction(desktop, wanted);
        // Once more: to look took its time.
        const refusal = refusalNow(wanted, action.isAsExpected);
        const shown = refusal === null ? await action.act() : undefined;
        return { desktopCommandId, refusal, ...(shown === undefined ? {} : { shown }) };
      } catch (error) {
        console.warn('eyeline: what was asked of the desktop was not done.', error);
        return { desktopCommandId, refusal: refusalOf(error) };
      }
    };

    receive(event => {
      if (event.type === 'done.desktop.attach' || event.type === 'failed.desktop.attach') {
        const askedAt = asked.shift() ?? 0;
        clock = isAttached && event.type === 'done.desktop.attach' ? { askedAt, now: event.value.now } : null;
      }
      if (event.type !== 'desktop.commanded') return;
      void carryOut(event).then(answer => {
        if (!isStopped) send({ type: 'desktop.answer', ...answer });
      });
    });
    const unfollow = desktop.follow(attach);
    attach();
    return () => {
      isStopped = true;
      unfollow();
    };
  });
