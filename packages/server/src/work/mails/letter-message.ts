import type { SendMailOptions } from 'nodemailer';
import type { Letter } from './mail-gateway.ts';

/** A letter as nodemailer writes it. Nothing in it is read from a file or an address. */
export const messageOf = ({ letterId, to, from, replyTo, subject, text, html }: Letter): SendMailOptions => ({
  messageId: `<${letterId}@${from.address.split('@')[1]}>`,
  from,
  to: { name: '', address: to },
  ...(replyTo !== undefined && { replyTo: { name: '', address: replyTo } }),
  subject,
  text,
  html,
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  disableFileAccess: true,
  disableUrlAccess: true,
});
