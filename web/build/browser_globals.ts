// For unit tests: what every browser has, and Node.js only of late.
import { webcrypto } from 'node:crypto';

if (!('crypto' in globalThis)) Object.assign(globalThis, { crypto: webcrypto });
