import { ApiProperty } from '@nestjs/swagger';
import { LegalBasisDto } from '../programme/programme.dto';
import { NoticeDto } from './notice.dto';

class PublishedBannerDto {
  @ApiProperty() code: string;
  @ApiProperty({ type: String, nullable: true }) nameZh: string | null;
  @ApiProperty({ type: String, nullable: true }) nameEn: string | null;
  @ApiProperty() households: number;
  @ApiProperty() amount: string;
}

export class PublishedProgrammeDto {
  @ApiProperty() number: string;
  @ApiProperty() title: string;
  @ApiProperty() year: number;
  @ApiProperty() organisation: string;
  @ApiProperty() method: string;
  @ApiProperty({ enum: ['notice', 'approved', 'paid', 'closed'] }) stage: string;
  @ApiProperty({ type: [LegalBasisDto] }) legalBasis: LegalBasisDto[];
  @ApiProperty() pool: string;
  @ApiProperty() total: string;
  @ApiProperty() households: number;
  @ApiProperty({ type: NoticeDto, nullable: true, description: 'In its days only' }) notice: NoticeDto | null;
  @ApiProperty({ type: [PublishedBannerDto] }) banners: PublishedBannerDto[];
}

export class PublishedListDto {
  @ApiProperty({ type: [PublishedProgrammeDto] }) items: PublishedProgrammeDto[];
}
