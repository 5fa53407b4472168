// JSON Web Tokens, checked with Node's own cryptography.
import { createPublicKey, verify } from 'node:crypto';

const decode = (part) => Buffer.from(part, 'base64url');

// Header and claims of a token. Throws unless it is signed with the key in the way that `algorithm` names.
export function verified(token, key, algorithm) {
  const [header, claims, signature] = token.split('.');
  const read = JSON.parse(decode(header));
  if (read.alg !== algorithm) throw new Error(`the algorithm is ${read.alg}`);
  const text = Buffer.from(`${header}.${claims}`);
  const how = algorithm === 'ES256' ? { key, dsaEncoding: 'ieee-p1363' } : { key };
  if (!verify('sha256', text, how, decode(signature))) throw new Error('the signature is wrong');
  return { header: read, claims: JSON.parse(decode(claims)) };
}

// A key that is written as an uncompressed point of P-256, in base64url.
export function keyOfPoint(point) {
  const bytes = decode(point);
  const coordinate = (from) => bytes.subarray(from, from + 32).toString('base64url');
  return createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) } });
}
