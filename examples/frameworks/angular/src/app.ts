import { Component, signal } from '@angular/core';
import { SupportChat } from './support-chat';

const views = { account: 'Your account', cards: 'Your cards' } as const;

/** The chat stands beside the views, not in one of them: it goes on while the customer moves about. */
@Component({
  selector: 'app-root',
  imports: [SupportChat],
  template: `
    <nav>
      @for (name of names; track name) {
        <button type="button" (click)="view.set(name)">{{ views[name] }}</button>
      }
    </nav>
    <main>
      <h1>{{ views[view()] }}</h1>
      <p>{{ agentIsThere() ? 'You are talking to us.' : 'Something looks wrong?' }}</p>
      <button type="button" (click)="isAsking.set(true)">Ask us</button>
    </main>
    <support-chat [(open)]="isAsking" [(connected)]="agentIsThere" />
  `,
})
export class App {
  readonly views = views;
  readonly names = Object.keys(views) as (keyof typeof views)[];
  readonly view = signal<keyof typeof views>('account');
  readonly isAsking = signal(false);
  readonly agentIsThere = signal(false);
}
