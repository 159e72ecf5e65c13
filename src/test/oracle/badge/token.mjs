// Checks a badge's token with nothing but Node's own cryptography, by section 8.2 of Open Badges 3.0. One JSON request on
// standard input, one JSON answer on standard output:
// {token, documents: {url: document}, now} -> {verified, error}. The documents are the issuer's did.json, under its did, and
// the key, under the address that the token names; nothing else is there, and nothing is asked for.
import {createPublicKey, verify} from 'node:crypto';
import {text} from 'node:stream/consumers';

const HEADERS = ['alg', 'kid', 'jwk', 'typ'];

function decoded(part) {
  if(!/^[A-Za-z0-9_-]+$/.test(part)) {
    throw new Error('a part is not base64url');
  }
  return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(Buffer.from(part, 'base64url')));
}

function same(what, one, other) {
  if(one === undefined || one !== other) {
    throw new Error(`${what}: ${one} is not ${other}`);
  }
}

const seconds = moment => Math.floor(Date.parse(moment) / 1000);

/** The key that the header names or carries; by its issuer's own document, if that is given. */
function keyOf(header, issuer, documents) {
  const jwk = header.kid ? documents[header.kid] : header.jwk;
  if(!jwk) {
    throw new Error(`no key ${header.kid}`);
  }
  same('kind of key', jwk.kty, 'RSA');
  if(['d', 'p', 'q', 'dp', 'dq', 'qi'].some(name => name in jwk)) {
    throw new Error('the private half is published');
  }
  const did = documents[issuer];
  if(did) {
    same('id of the document', did.id, issuer);
    const method = did.verificationMethod.find(each => each.publicKeyJwk?.kid === header.kid);
    same('type of method', method?.type, 'JsonWebKey');
    same('controller', method.controller, issuer);
    same('modulus', method.publicKeyJwk.n, jwk.n);
    same('exponent', method.publicKeyJwk.e, jwk.e);
    same('vouched for', did.assertionMethod.includes(method.id), true);
  }
  return createPublicKey({key: jwk, format: 'jwk'});
}

function check({token, documents = {}, now}) {
  const parts = token.split('.');
  same('parts', parts.length, 3);
  const header = decoded(parts[0]);
  const claims = decoded(parts[1]);
  same('other headers', Object.keys(header).filter(name => !HEADERS.includes(name)).join(), '');
  same('algorithm', header.alg, 'RS256');
  same('type', header.typ ?? 'JWT', 'JWT');
  const key = keyOf(header, claims.iss, documents);
  same('signature', verify('sha256', Buffer.from(`${parts[0]}.${parts[1]}`), key, Buffer.from(parts[2], 'base64url')), true);
  same('iss', claims.iss, claims.issuer.id);
  same('jti', claims.jti, claims.id);
  same('sub', claims.sub, claims.credentialSubject.id);
  same('nbf', claims.nbf, seconds(claims.validFrom));
  same('begun', claims.nbf <= seconds(now), true);
  if(claims.validUntil) {
    same('exp', claims.exp, seconds(claims.validUntil));
    same('not ended', seconds(now) < claims.exp, true);
  }
  same('no proof inside', 'proof' in claims, false);
  return {verified: true, error: ''};
}

let answer;
try {
  answer = check(JSON.parse(await text(process.stdin)));
} catch(error) {
  answer = {verified: false, error: String(error)};
}
process.stdout.write(JSON.stringify(answer));
