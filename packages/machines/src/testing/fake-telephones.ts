import type { Wish } from '@eyeline/protocol';
import { fromCallback } from 'xstate';
import { wish } from '../signaling.ts';
import type { TelephoneEvent } from '../telephone.ts';

/** In the place of a page that can change the agent's telephone: it says what the test says, and hears. */
export class FakeTelephones {
  readonly heard: TelephoneEvent[] = [];
  attached = 0;
  say: (wished: Wish) => void = () => {};

  readonly hole = fromCallback<TelephoneEvent>(({ receive, sendBack }) => {
    this.attached += 1;
    this.say = wanted => sendBack(wish(wanted));
    receive(event => this.heard.push(event));
    return () => {
      this.attached -= 1;
    };
  });
}
