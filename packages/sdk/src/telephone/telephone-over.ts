import { refusalAtOnce, type Telephone, TelephoneError, type TelephoneEvent, wish } from '@eyeline/machines';
import type { TelephoneRefusal, TelephoneWish } from '@eyeline/protocol';
import { fromCallback } from 'xstate';

/** Fills the machines' `telephone` hole: attaches while the telephone is reached, and does what is wished of it. */
export const telephoneOver = (telephone: Telephone) =>
  fromCallback<TelephoneEvent>(({ receive, sendBack }) => {
    /** When this page asked to be attached, for each answer that is still to come. */
    const asked: number[] = [];
    /** What the server's clock said after this page had asked: the server's time is never later than this tells. */
    let clock: { readonly askedAt: number; readonly now: number } | null = null;
    let isAttached = false;
    let isStopped = false;

    const attach = () => {
      if (telephone.isReached === isAttached) return;
      isAttached = telephone.isReached;
      clock = null;
      if (isAttached) asked.push(performance.now());
      sendBack(
        wish(isAttached ? { type: 'telephone.attach', userId: telephone.userId } : { type: 'telephone.detach' }),
      );
    };

    const refusalNow = (wanted: TelephoneWish): TelephoneRefusal | null => {
      // Without the server's clock nobody knows whether it is still wanted.
      const now = clock ? clock.now + performance.now() - clock.askedAt : Number.POSITIVE_INFINITY;
      return isStopped ? 'too-late' : refusalAtOnce(wanted, telephone, now);
    };

    const carryOut = async (wanted: TelephoneWish): Promise<TelephoneRefusal | null> => {
      try {
        await telephone.findReason(wanted.reason);
        // Only now: it took its time.
        const refusal = refusalNow(wanted);
        if (refusal === null) await telephone.change(wanted);
        return refusal;
      } catch (error) {
        console.warn('eyeline: the telephone was not changed.', error);
        return error instanceof TelephoneError ? error.refusal : 'failed';
      }
    };

    receive(event => {
      if (event.type === 'done.telephone.attach' || event.type === 'failed.telephone.attach') {
        const askedAt = asked.shift() ?? 0;
        clock = isAttached && event.type === 'done.telephone.attach' ? { askedAt, now: event.value.now } : null;
      }
      if (event.type !== 'telephone.wished') return;
      void carryOut(event).then(refusal => {
        if (!isStopped) sendBack(wish({ type: 'telephone.answer', wishId: event.wishId, refusal }));
      });
    });
    const unfollow = telephone.follow(attach);
    attach();
    return () => {
      isStopped = true;
      unfollow();
    };
  });
