// For `node --require`: simulates a machine where no name resolves, not even `localhost`.
const dns = require('node:dns');
const { isIP } = require('node:net');

const unknown = (host) => Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
const { lookup } = dns;
const { lookup: promisedLookup } = dns.promises;

dns.lookup = (host, ...rest) => (isIP(host) ? lookup(host, ...rest) : rest.at(-1)(unknown(host)));
dns.promises.lookup = async (host, ...rest) => {
  if (!isIP(host)) throw unknown(host);
  return promisedLookup(host, ...rest);
};
