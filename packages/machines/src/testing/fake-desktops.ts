import type { Wish } from '@eyeline/protocol';
import { fromCallback } from 'xstate';
import type { DesktopEvent } from '../desktop.ts';
import { toConnection } from '../signaling.ts';

/** In the place of a page that speaks for the agent at another desktop: it says what the test says, and hears. */
export class FakeDesktops {
  readonly heard: DesktopEvent[] = [];
  attached = 0;
  say: (wished: Wish) => void = () => {};

  readonly hole = fromCallback<DesktopEvent>(({ receive, system }) => {
    this.attached += 1;
    this.say = wanted => toConnection({ system }).send(wanted);
    receive(event => this.heard.push(event));
    return () => {
      this.attached -= 1;
    };
  });
}
