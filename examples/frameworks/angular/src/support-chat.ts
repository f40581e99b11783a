import { Component, CUSTOM_ELEMENTS_SCHEMA, model } from '@angular/core';
import '@eyeline/elements/widget';
import { createCustomerSession } from '@eyeline/sdk';
import { server } from './server';

@Component({
  selector: 'support-chat',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <eyeline-widget
      label="Ask us"
      [session]="session"
      [open]="open()"
      (eyeline-opened)="open.set(true)"
      (eyeline-closed)="open.set(false)"
      (eyeline-connected)="connected.set(true)"
      (eyeline-ended)="connected.set(false)"
    />
  `,
})
export class SupportChat {
  readonly open = model(false);
  readonly connected = model(false);
  readonly session = createCustomerSession({ url: server, entryPointId: 'support' });
}
