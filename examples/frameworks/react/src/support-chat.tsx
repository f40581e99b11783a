import '@eyeline/elements/widget';
import type {} from '@eyeline/elements/react';
import { createCustomerSession } from '@eyeline/sdk';
import { server } from './server';

/** One for the whole application, however often a component is made: StrictMode makes each twice. */
const session = createCustomerSession({ url: server, entryPointId: 'support' });

interface SupportChatProps {
  readonly open: boolean;
  onOpen(open: boolean): void;
  onConnected(isConnected: boolean): void;
}

export const SupportChat = ({ open, onOpen, onConnected }: SupportChatProps) => (
  <eyeline-widget
    session={session}
    open={open}
    label="Ask us"
    oneyeline-opened={() => onOpen(true)}
    oneyeline-closed={() => onOpen(false)}
    oneyeline-connected={() => onConnected(true)}
    oneyeline-ended={() => onConnected(false)}
  />
);
