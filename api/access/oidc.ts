// SPDX-License-Identifier: AGPL-3.0-or-later
// Signing in where people sign in already (OpenID Connect: code flow with PKCE, state and nonce); the session is ours.
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Settings } from '../../sql/settings.ts';
import { ROLES, type Role } from '../../sql/vocabulary.ts';
import { isLoopback } from './same-site.ts';

export type OidcSettings = NonNullable<Settings['oidc']>;

/** What is needed again when somebody comes back from the provider. */
export interface Journey {
  state: string;
  nonce: string;
  verifier: string;
  back: string;
}

/** Somebody for whom the provider vouches; without a role when no claim gives one. */
export interface Vouched {
  name: string;
  role: Role | undefined;
}

/** The provider of an installation. */
export class Provider {
  readonly #settings: OidcSettings;
  #configuration: Promise<Configuration> | undefined;

  constructor(settings: OidcSettings) {
    this.#settings = settings;
  }

  /** Where to send somebody who wants to come in, and what to keep until they are back. */
  async leave(redirect: string, back: string): Promise<{ address: URL; journey: Journey }> {
    const journey = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), back };
    const address = buildAuthorizationUrl(await this.#known(), {
      redirect_uri: redirect,
      scope: this.#settings.scope,
      code_challenge: await calculatePKCECodeChallenge(journey.verifier),
      code_challenge_method: 'S256',
      state: journey.state,
      nonce: journey.nonce,
    });
    return { address, journey };
  }

  /** Who has come back to this address. @throws when the provider does not vouch for anybody, or not for this journey. */
  async comeBack(address: URL, { state, nonce, verifier }: Journey): Promise<Vouched> {
    const configuration = await this.#known();
    const tokens = await authorizationCodeGrant(configuration, address, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const told = tokens.claims()!;
    const { nameClaim, roleClaim } = this.#settings;
    const isAllTold = nameClaim in told && roleClaim in told;
    const more = isAllTold ? {} : await fetchUserInfo(configuration, tokens.access_token, told.sub);
    return vouched({ ...more, ...told }, this.#settings);
  }

  /** Asked for once; again when it was not to be had. */
  #known(): Promise<Configuration> {
    this.#configuration ??= discover(this.#settings).catch((error) => {
      this.#configuration = undefined;
      throw error;
    });
    return this.#configuration;
  }
}

function discover({ issuer, clientId }: OidcSettings): Promise<Configuration> {
  const address = new URL(issuer);
  const secret = process.env.AFFLUENZA_OIDC_SECRET;
  // Settings take http for this machine alone.
  const execute = address.protocol === 'http:' && isLoopback(address.hostname) ? [allowInsecureRequests] : [];
  return discovery(address, clientId, secret, secret ? undefined : None(), { execute });
}

const MOST_CHARACTERS = 64;

function vouched(claims: Record<string, unknown>, { nameClaim, roleClaim, roles }: OidcSettings): Vouched {
  const name = String(claims[nameClaim] ?? claims.sub).slice(0, MOST_CHARACTERS);
  const said = [claims[roleClaim]].flat().map(String);
  const given = said.flatMap((value) => (Object.hasOwn(roles, value) ? [roles[value]!] : []));
  return { name, role: ROLES.findLast((role) => (given as Role[]).includes(role)) };
}
