import { type Desktop, type DesktopEvent, refusalAtOnce, toConnection } from '@eyeline/machines';
import { type CommandInput, DesktopRefusal, type DesktopWish, type Wish } from '@eyeline/protocol';
import * as v from 'valibot';
import { fromCallback } from 'xstate';
import { prepareDeed } from './deed.ts';

type DesktopAnswer = CommandInput<'desktop.answer'>;

const Refused = v.object({ refusal: DesktopRefusal });

/** A `DesktopError` by what it says: an application has a class of its own by that name, from `@eyeline/machines`. */
function refusalOf(error: unknown): DesktopRefusal {
  const refused = v.safeParse(Refused, error);
  return refused.success ? refused.output.refusal : 'failed';
}

/** Fills the machines' `desktop` hole: attaches while the desktop is reached, and does what is wished there. */
export const desktopOver = (desktop: Desktop) =>
  fromCallback<DesktopEvent>(({ receive, system }) => {
    const send = (command: Wish) => toConnection({ system }).send(command);
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

    const refusalNow = (wanted: DesktopWish, isAsExpected: boolean): DesktopRefusal | null => {
      // Without the server's clock nobody knows whether it is still wanted.
      const now = clock ? clock.now + performance.now() - clock.askedAt : Number.POSITIVE_INFINITY;
      return isStopped ? 'too-late' : refusalAtOnce(wanted, isAsExpected, now);
    };

    const carryOut = async (wanted: DesktopWish): Promise<DesktopAnswer> => {
      const { wishId } = wanted;
      try {
        const late = refusalNow(wanted, true);
        if (late) return { wishId, refusal: late };
        const deed = await prepareDeed(desktop, wanted);
        // Once more: to look took its time.
        const refusal = refusalNow(wanted, deed.isAsExpected);
        const shown = refusal === null ? await deed.act() : undefined;
        return { wishId, refusal, ...(shown === undefined ? {} : { shown }) };
      } catch (error) {
        console.warn('eyeline: what was wished of the desktop was not done.', error);
        return { wishId, refusal: refusalOf(error) };
      }
    };

    receive(event => {
      if (event.type === 'done.desktop.attach' || event.type === 'failed.desktop.attach') {
        const askedAt = asked.shift() ?? 0;
        clock = isAttached && event.type === 'done.desktop.attach' ? { askedAt, now: event.value.now } : null;
      }
      if (event.type !== 'desktop.wished') return;
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
