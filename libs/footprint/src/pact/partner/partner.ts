/** A partner as the exchange works with it. */
import type { Actor } from '@qingheng/platform';
import type { PactVersion } from '@qingheng/pact';

export interface Partner {
  id: string;
  organisationId: string;
  name: string;
  version: PactVersion;
  baseUrl: string | null;
  authUrl: string | null;
  clientId: string | null;
  sealedSecret: string | null;
  /** Product ids in lower case whose footprints it may see; null: all. */
  products: string[] | null;
  disabledAt: Date | null;
}

export const PARTNER = `id, organisation_id AS "organisationId", name, version, base_url AS "baseUrl",
  auth_url AS "authUrl", client_id AS "clientId", sealed_secret AS "sealedSecret", products, disabled_at AS "disabledAt"`;

/** What a partner does here is done in its name, and sees what the organisation that named it owns. */
export const actorOfPartner = (partner: Partner, requestId?: string): Actor => ({
  userId: partner.id,
  name: partner.name,
  organisationId: partner.organisationId,
  roles: [],
  scope: 'tenant',
  ...(requestId !== undefined && { requestId }),
});
