/** What identity needs to know of the environment. */
export abstract class IdentitySettings {
  /** Secret of the service: opens the signing keys. */
  abstract readonly secret: string;
  /** How the world sees the service; https makes cookies secure. */
  abstract readonly publicUrl: string;
  abstract readonly oidc?: OidcSettings;
}

export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret?: string;
}
