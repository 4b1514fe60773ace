// A real OpenID Connect provider (npm oidc-provider) on loopback, for tests. It signs in whoever types a name, at the level
// that is typed, and answers wrong where it was told to by POST /_wrong with the name of one of the wrongs below.
// Started with one JSON argument: {port, clientId, redirectUris, clientKeys}. Ends with its standard input.
import { createHmac } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, decodeJwt } from 'jose';
import { Provider } from 'oidc-provider';

const { port, clientId, redirectUris, clientKeys } = JSON.parse(process.argv[2]);
const issuer = `http://localhost:${port}`;
const LEVELS = ['low', 'substantial', 'high'].map((level) => `http://eidas.europa.eu/LoA/${level}`);
const HOUR = 3600;

const pair = async () => generateKeyPair('PS256', { modulusLength: 2048, extractable: true });
const [ours, foreign] = [await pair(), await pair()];
const own = { ...(await exportJWK(ours.privateKey)), kid: 'own', use: 'sig', alg: 'PS256' };

const sign = (claims, key = ours.privateKey, header = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'PS256', kid: 'own', ...header }).sign(key);
const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = () => Math.floor(Date.now() / 1000);

// What the ID token says instead, signed as it should be.
const CLAIMS = {
  nonce: { nonce: 'a nonce that nobody asked for' },
  'no-nonce': { nonce: undefined },
  audience: { aud: 'somebody-else' },
  'more-audiences': { aud: [clientId, 'somebody-else'] },
  party: { azp: 'somebody-else' },
  issuer: { iss: 'http://localhost:1' },
  expired: { exp: seconds() - HOUR },
  'issued-long-ago': { iat: seconds() - HOUR },
  'issued-later': { iat: seconds() + HOUR },
  level: { acr: LEVELS[0] },
  'no-level': { acr: undefined },
  'signed-in-long-ago': { auth_time: seconds() - HOUR },
  'no-signed-in': { auth_time: undefined },
  'no-subject': { sub: '' },
};
// What the ID token is instead.
const TOKENS = {
  signature: (claims, token) => token.slice(0, -8) + (token.endsWith('AAAAAAAA') ? 'BBBBBBBB' : 'AAAAAAAA'),
  'foreign-key': (claims) => sign(claims, foreign.privateKey),
  'unknown-key': (claims) => sign(claims, foreign.privateKey, { kid: 'foreign' }),
  none: (claims) => `${part({ alg: 'none' })}.${part(claims)}.`,
  shared: (claims) => {
    const signed = `${part({ alg: 'HS256', kid: 'own' })}.${part(claims)}`;
    return `${signed}.${createHmac('sha256', own.n).update(signed).digest('base64url')}`;
  },
  missing: () => undefined,
  nonsense: () => 'a.b.c',
};
let wrong = '';

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: clientId,
      redirect_uris: redirectUris,
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'PS256',
      id_token_signed_response_alg: 'PS256',
      jwks: clientKeys,
    },
  ],
  jwks: { keys: [own] },
  cookies: { keys: ['a key of a test'] },
  acrValues: LEVELS,
  claims: { acr: null, auth_time: null, iss: null, openid: ['sub'] },
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (ctx, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
});
provider.proxy = false;

const FORM = `<!DOCTYPE html><html lang="nl"><meta charset="utf-8"><title>Aanmelden bij Politie (bedacht)</title>
<main><h1>Politie (bedacht)</h1><form method="post"><p><label>Wie bent u? <input name="who" autofocus></label></p>
<p><label>Niveau <select name="level">${LEVELS.map((l) => `<option${l === LEVELS[1] ? ' selected' : ''}>${l}</option>`)}</select></label></p>
<button>Aanmelden</button> <button name="stop" value="1">Stoppen</button></form></main></html>`;

const read = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

provider.use(async (ctx, next) => {
  if (ctx.path === '/_wrong') {
    wrong = await read(ctx.req);
    ctx.body = 'ok';
  } else if (ctx.path === '/favicon.ico') {
    ctx.status = 204;
  } else if (ctx.path.startsWith('/interaction/')) {
    if (ctx.method === 'GET') {
      ctx.body = FORM;
      return;
    }
    const typed = new URLSearchParams(await read(ctx.req));
    const result = typed.has('stop')
      ? { error: 'access_denied', error_description: 'stopped' }
      : { login: { accountId: typed.get('who'), acr: typed.get('level') ?? LEVELS[1] } };
    await provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: false });
    ctx.respond = false;
  } else {
    await next();
    await falsify(ctx);
  }
});

async function falsify(ctx) {
  const body = ctx.body;
  if (ctx.path === '/token' && body?.id_token) {
    const claims = decodeJwt(body.id_token);
    if (wrong in CLAIMS) body.id_token = await sign({ ...claims, ...CLAIMS[wrong] });
    if (wrong in TOKENS) body.id_token = await TOKENS[wrong](claims, body.id_token);
    ctx.body = { ...body };
  }
  if (ctx.path.startsWith('/auth/') && wrong === 'state') {
    ctx.set('Location', ctx.response.get('Location').replace(/state=[^&]{3}/, 'state=xyz'));
  }
  if (ctx.path === '/me' && wrong === 'userinfo') ctx.body = { ...body, sub: 'somebody-else' };
  if (ctx.path === '/token' && wrong === 'refused') Object.assign(ctx, { status: 400, body: { error: 'invalid_grant' } });
  if (ctx.path === '/token' && wrong === 'no-json') ctx.body = '{"';
  if (ctx.path.startsWith('/.well-known/') && wrong === 'elsewhere' && !ctx.query.there) ctx.redirect(`${ctx.path}?there=1`);
  if (ctx.path.startsWith('/.well-known/') && wrong === 'discovery') ctx.body = { ...body, issuer: 'http://localhost:1' };
  if (ctx.path.startsWith('/.well-known/') && wrong === 'in-the-open') {
    ctx.body = { ...body, token_endpoint: 'http://elsewhere.example/token' };
  }
}

process.stdin.resume().on('end', () => process.exit());
provider.listen(port, '127.0.0.1', () => console.log('listening'));
