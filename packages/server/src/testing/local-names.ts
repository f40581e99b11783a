import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

// Imported before a program of a test (`node --import`): the box's names lead to this machine, whatever its hosts file says.
type Done = (error: null, address: string | { address: string; family: number }[], family?: number) => void;
const real: unknown = dns.lookup;

function lookup(name: string, options: { readonly all?: boolean }, done: Done): void {
  if (!name.endsWith('.localhost')) Reflect.apply(real as () => void, dns, [name, options, done]);
  else if (options.all) done(null, [{ address: '127.0.0.1', family: 4 }]);
  else done(null, '127.0.0.1', 4);
}

Object.assign(dns, { lookup });
syncBuiltinESMExports();
