/** Organisations, their people and their machines. Sessions, keys and throttles have no entity: see their stores. */
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '../access';

/**
 * Who an organisation is decides how far its people see: an enterprise sees itself; a body that reviews, regulates or
 * runs the service sees every organisation, as far as the roles of its people go.
 */
export const ORGANISATION_KINDS = ['enterprise', 'reviewing_body', 'regulator', 'operator'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

@Entity('organisation')
export class Organisation {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  kind: OrganisationKind;

  /** Unified social credit code. */
  @Column({ type: 'text', name: 'credit_code', nullable: true })
  creditCode: string | null;

  /** GB/T 2260. */
  @Column({ type: 'text', nullable: true })
  region: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt: Date;
}

@Entity('user_account')
export class UserAccount {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'text' })
  username: string;

  @Column({ type: 'text' })
  name: string;

  /** argon2id in PHC form; absent for people who sign in elsewhere only. */
  @Column({ type: 'text', name: 'password_hash', nullable: true, select: false })
  passwordHash: string | null;

  @Column({ type: 'timestamptz', name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt: Date;
}

@Entity('user_role')
export class UserRole {
  @PrimaryColumn({ type: 'uuid', name: 'user_id' })
  userId: string;

  @PrimaryColumn({ type: 'text' })
  role: Role;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'uuid', name: 'granted_by', nullable: true })
  grantedBy: string | null;
}

/** A machine of an organisation (OAuth 2 client credentials). Its id is its client id. */
@Entity('api_client')
class ApiClient {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'text' })
  name: string;

  /** SHA-256: the secret is 256 random bits, so a slow hash would protect nothing more. */
  @Column({ type: 'text', name: 'secret_hash', select: false })
  secretHash: string;

  @Column({ type: 'text', array: true })
  roles: Role[];

  @Column({ type: 'timestamptz', name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt: Date;
}

export const identityEntities = [Organisation, UserAccount, UserRole, ApiClient];
