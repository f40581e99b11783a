import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** Names under `.localhost` are this machine's (RFC 6761), as browsers have it, whatever its resolver says. */
export const lookupWithLoopback: LookupFunction = (name, options, done) => {
  if (!/\.localhost$/i.test(name)) lookup(name, options, done);
  else if (options.all) done(null, [{ address: '127.0.0.1', family: 4 }]);
  else done(null, '127.0.0.1', 4);
};
