import { useState } from 'react';
import { SupportChat } from './support-chat';

const views = { account: 'Your account', cards: 'Your cards' } as const;
type View = keyof typeof views;

/** The chat stands beside the views, not in one of them: it goes on while the customer moves about. */
export function App() {
  const [view, setView] = useState<View>('account');
  const [isAsking, setAsking] = useState(false);
  const [agentIsThere, setAgentIsThere] = useState(false);
  return (
    <>
      <nav>
        {(Object.keys(views) as View[]).map(name => (
          <button key={name} type="button" onClick={() => setView(name)}>
            {views[name]}
          </button>
        ))}
      </nav>
      <main>
        <h1>{views[view]}</h1>
        <p>{agentIsThere ? 'You are talking to us.' : 'Something looks wrong?'}</p>
        <button type="button" onClick={() => setAsking(true)}>
          Ask us
        </button>
      </main>
      <SupportChat open={isAsking} onOpen={setAsking} onConnected={setAgentIsThere} />
    </>
  );
}
