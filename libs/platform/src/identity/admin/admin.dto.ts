import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { ALL_ROLES, type Role } from '../../access';
import { PageQuery } from '../../http/page';
import { ORGANISATION_KINDS, type OrganisationKind } from '../entities';
import { MAX_PASSWORD } from '../people/passwords';

/** Neither blank at an end nor invisible: names are compared by people. */
const NAME = /^[^\s\p{C}]([^\p{C}]*[^\s\p{C}])?$/u;

export class NewOrganisationBody {
  @ApiProperty({ example: '霍林郭勒某铝业有限公司' })
  @IsString()
  @Matches(NAME)
  @MaxLength(200)
  name: string;

  @ApiProperty({ enum: ORGANISATION_KINDS })
  @IsIn(ORGANISATION_KINDS)
  kind: OrganisationKind;

  @ApiPropertyOptional({ description: 'Unified social credit code' })
  @IsOptional()
  @Matches(/^[0-9A-Z]{18}$/)
  creditCode?: string;

  @ApiPropertyOptional({ description: 'GB/T 2260', example: '150581' })
  @IsOptional()
  @Matches(/^[0-9]{2,12}$/)
  region?: string;
}

export class OrganisationRow {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: ORGANISATION_KINDS })
  kind: OrganisationKind;

  @ApiProperty({ nullable: true, type: String })
  creditCode: string | null;

  @ApiProperty({ nullable: true, type: String })
  region: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;
}

export class OrganisationPageDto {
  @ApiProperty({ type: [OrganisationRow] })
  items: OrganisationRow[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export class RolesBody {
  @ApiProperty({ enum: ALL_ROLES, isArray: true })
  @IsArray()
  @ArrayMaxSize(ALL_ROLES.length)
  @ArrayUnique()
  @IsIn(ALL_ROLES, { each: true })
  roles: Role[];
}

export class PasswordResetBody {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_PASSWORD)
  password: string;
}

export class NewUserBody extends RolesBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  organisationId: string;

  @ApiProperty()
  @IsString()
  @Matches(/^[^\s\p{C}]+$/u)
  @MaxLength(200)
  username: string;

  @ApiProperty()
  @IsString()
  @Matches(NAME)
  @MaxLength(200)
  name: string;

  @ApiPropertyOptional({ description: 'Absent for people who sign in elsewhere only (OpenID Connect)' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_PASSWORD)
  password?: string;
}

class NamedQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Part of the name' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class OrganisationQuery extends NamedQuery {}

export class OfOrganisationQuery extends NamedQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  organisationId?: string;
}

export class UserRow {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  username: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ format: 'uuid' })
  organisationId: string;

  @ApiProperty({ description: 'Name of the organisation' })
  organisation: string;

  @ApiProperty({ enum: ALL_ROLES, isArray: true })
  roles: Role[];

  @ApiProperty({ nullable: true, type: String, format: 'date-time' })
  disabledAt: Date | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;
}

export class UserPageDto {
  @ApiProperty({ type: [UserRow] })
  items: UserRow[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export class NewClientBody extends RolesBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  organisationId: string;

  @ApiProperty({ example: 'ERP' })
  @IsString()
  @Matches(NAME)
  @MaxLength(200)
  name: string;
}

export class ClientRow {
  @ApiProperty({ format: 'uuid', description: 'Also its client_id' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ format: 'uuid' })
  organisationId: string;

  @ApiProperty({ description: 'Name of the organisation' })
  organisation: string;

  @ApiProperty({ enum: ALL_ROLES, isArray: true })
  roles: Role[];

  @ApiProperty({ nullable: true, type: String, format: 'date-time' })
  disabledAt: Date | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;
}

export class ClientPageDto {
  @ApiProperty({ type: [ClientRow] })
  items: ClientRow[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export class ClientSecretDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiPropertyOptional({ description: 'Shown this once: only its hash is kept. Absent when a request is repeated' })
  secret?: string;
}
