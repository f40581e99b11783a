import type { Command } from '@eyeline/protocol';
import { fromCallback } from 'xstate';
import type { DesktopEvent } from '../desktop.ts';
import { toConnection } from '../signaling.ts';

/** In the place of a page that speaks for the agent at another desktop: it says what the test says, and hears. */
export class FakeDesktops {
  readonly received: DesktopEvent[] = [];
  attached = 0;
  send: (command: Command) => void = () => {};

  readonly port = fromCallback<DesktopEvent>(({ receive, system }) => {
    this.attached += 1;
    this.send = command => toConnection({ system }).send(command);
    receive(event => this.received.push(event));
    return () => {
      this.attached -= 1;
    };
  });
}
