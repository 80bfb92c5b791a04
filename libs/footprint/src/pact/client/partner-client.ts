/** What we ask of a partner's host: a token, its footprints, and to take our events. */
import { Injectable } from '@nestjs/common';
import { openSealed, PlatformConfig } from '@qingheng/platform';
import type { Partner } from '../partner/partner';
import { type Note, Told } from '../notes';
import { GuardedHttp, OutboundFault, type Reply } from './guarded-http';

export const SEALED_FOR = 'pact-partner';

/** The partner's host answered, and not with what was asked. */
export class PartnerRefused extends Told {
  constructor(
    readonly status: number,
    code: Note['code'],
    params: Note['params'] = {},
  ) {
    super(code, params);
  }
}

@Injectable()
export class PartnerClient {
  constructor(
    private readonly http: GuardedHttp,
    private readonly config: PlatformConfig,
  ) {}

  /** One token for a series of calls. Throws OutboundFault, PartnerRefused. */
  async connect(partner: Partner): Promise<Connection> {
    if (!partner.baseUrl || !partner.clientId || !partner.sealedSecret)
      throw new OutboundFault('EXCHANGE_NO_CREDENTIALS');
    const secret = openSealed(this.config.secret, SEALED_FOR, partner.id, partner.sealedSecret);
    if (secret === undefined) throw new OutboundFault('EXCHANGE_CREDENTIALS_SEALED');
    const base = partner.baseUrl.replace(/\/$/, '');
    const authBase = (partner.authUrl ?? partner.baseUrl).replace(/\/$/, '');
    const endpoint = await this.tokenEndpoint(authBase);
    const basic = Buffer.from(`${encodeURIComponent(partner.clientId)}:${encodeURIComponent(secret)}`);
    const reply = await this.http.send(endpoint, {
      method: 'POST',
      headers: {
        Authorization: `Basic ${basic.toString('base64')}`,
        'Content-Type': 'application/x-www-form-urlencoded',
        Accept: 'application/json',
      },
      body: 'grant_type=client_credentials',
    });
    const { access_token: token } = jsonOf(reply) as { access_token?: unknown };
    if (reply.status !== 200 || typeof token !== 'string')
      // What the token endpoint refuses is no verdict on an event: it may be put right and tried again.
      throw new PartnerRefused(401, 'EXCHANGE_NO_TOKEN', { status: reply.status });
    return new Connection(this.http, base, token, partner.version);
  }

  /** By discovery first, then the place the specification names. */
  private async tokenEndpoint(authBase: string): Promise<string> {
    try {
      const found = await this.http.send(`${authBase}/.well-known/openid-configuration`);
      const { token_endpoint: endpoint } = jsonOf(found) as { token_endpoint?: unknown };
      if (found.status === 200 && typeof endpoint === 'string' && !this.http.objection(endpoint)) return endpoint;
    } catch (error) {
      if (!(error instanceof OutboundFault)) throw error;
    }
    return `${authBase}/auth/token`;
  }
}

export class Connection {
  constructor(
    private readonly http: GuardedHttp,
    private readonly base: string,
    private readonly token: string,
    private readonly version: string,
  ) {}

  /** Status 200 or another 2xx; throws PartnerRefused with any other, OutboundFault without an answer. */
  async sendEvent(event: object): Promise<number> {
    const reply = await this.http.send(`${this.base}/${this.version}/events`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${this.token}`,
        'Content-Type': 'application/cloudevents+json; charset=UTF-8',
        Accept: 'application/json',
      },
      body: JSON.stringify(event),
    });
    if (reply.status < 200 || reply.status > 299) throw refused(reply);
    return reply.status;
  }

  async footprint(id: string): Promise<unknown> {
    const reply = await this.get(`${this.base}/${this.version}/footprints/${id}`);
    return (jsonOf(reply) as { data?: unknown }).data;
  }

  /** Page by page; a next page lies on the partner's own host, or is not fetched. */
  async *pages(filters: Record<string, string | string[]>): AsyncGenerator<unknown[]> {
    const first = new URL(`${this.base}/${this.version}/footprints`);
    for (const [name, values] of Object.entries(filters))
      for (const value of [values].flat()) first.searchParams.append(name, value);
    const seen = new Set<string>();
    for (let address: string | undefined = first.href; address !== undefined && !seen.has(address);) {
      seen.add(address);
      const reply: Reply = await this.get(address);
      const { data } = jsonOf(reply) as { data?: unknown };
      if (!Array.isArray(data)) throw new PartnerRefused(reply.status, 'EXCHANGE_NO_DATA');
      yield data;
      const next: string | undefined = nextOf(reply.headers.link);
      if (next !== undefined && (!URL.canParse(next) || new URL(next).origin !== first.origin))
        throw new PartnerRefused(reply.status, 'EXCHANGE_OTHER_HOST');
      address = next;
    }
  }

  private async get(address: string): Promise<Reply> {
    const headers = { Authorization: `Bearer ${this.token}`, Accept: 'application/json' };
    const reply = await this.http.send(address, { headers });
    if (reply.status !== 200 && reply.status !== 202) throw refused(reply);
    return reply;
  }
}

/** `<address>; rel="next"` among the links (RFC 8288). */
export function nextOf(header: string | string[] | undefined): string | undefined {
  const text = [header ?? ''].flat().join(', ');
  for (const [, address, parameters] of text.matchAll(/<([^>]*)>([^<]*)/g))
    if (/;\s*rel\s*=\s*"?(?:[^";]*\s)?next(?:\s[^";]*)?"?\s*(?:[;,]|$)/i.test(parameters!)) return address;
  return undefined;
}

function refused(reply: Reply): PartnerRefused {
  const { code, message } = jsonOf(reply) as { code?: unknown; message?: unknown };
  const said = typeof code === 'string' ? `: ${code} ${typeof message === 'string' ? message : ''}` : '';
  return new PartnerRefused(reply.status, 'EXCHANGE_STATUS', { status: reply.status, said: said.slice(0, 500) });
}

function jsonOf({ text }: Reply): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
