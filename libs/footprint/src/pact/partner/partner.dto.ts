import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

export class PartnerBody {
  @ApiProperty() @IsString() @IsNotEmpty() @MaxLength(200) name: string;

  @ApiProperty({ enum: ['2', '3'], description: 'Version of PACT its host speaks' })
  @IsIn(['2', '3'])
  version: '2' | '3';

  @ApiPropertyOptional({ description: 'Base URL of its host: https, outside the network' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  baseUrl?: string;

  @ApiPropertyOptional({ description: 'Where tokens are had, if not at the base URL' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  authUrl?: string;

  @ApiPropertyOptional({ description: 'Ours at its host' }) @IsOptional() @IsString() @MaxLength(500) clientId?: string;

  @ApiPropertyOptional({ description: 'Ours at its host; kept sealed. Absent in a change: as it was', writeOnly: true })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  clientSecret?: string;

  @ApiPropertyOptional({ type: [String], description: 'Product ids it may see; all when absent' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  @MaxLength(500, { each: true })
  products?: string[];
}

const NULLABLE = { nullable: true, type: String } as const;

export class PartnerDto {
  @ApiProperty({ format: 'uuid', description: 'Also its client id at our host' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ['2', '3'] }) version: '2' | '3';
  @ApiProperty(NULLABLE) baseUrl: string | null;
  @ApiProperty(NULLABLE) authUrl: string | null;
  @ApiProperty(NULLABLE) clientId: string | null;
  @ApiProperty({ nullable: true, type: [String] }) products: string[] | null;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' }) disabledAt: string | null;
}

export class NewPartnerDto extends PartnerDto {
  @ApiProperty({ description: 'The partner signs in here with its id and this; shown once' }) secret: string;
}

export class PartnerListDto {
  @ApiProperty({ type: [PartnerDto] }) items: PartnerDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

export class PartnerSecretDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Shown once' }) secret: string;
}

export class AskedDto {
  @ApiProperty({ format: 'uuid', description: 'Id of the event; its answer refers to it' }) id: string;
}

export class PulledDto {
  @ApiProperty({ format: 'uuid' }) jobId: string;
}
