import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { TextDto } from '@qingheng/platform';

export class BankReturnsDto {
  @ApiProperty() header: boolean;
  @ApiProperty({ type: [String] }) fields: string[];
  @ApiProperty({ type: [String] }) success: string[];
  @ApiProperty({ type: [String] }) pending: string[];
}

export class BankTotalsDto {
  @ApiProperty({ enum: ['head', 'foot'] }) place: 'head' | 'foot';
  @ApiProperty({ type: [String] }) fields: string[];
}

export class BankTemplateDto {
  @ApiProperty() id: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty() source: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: 'official' | 'secondary' | 'provisional';
  @ApiProperty({ enum: ['utf-8', 'gbk'] }) encoding: 'utf-8' | 'gbk';
  @ApiProperty() separator: string;
  @ApiProperty() header: boolean;
  @ApiProperty({ type: [String] }) fields: string[];
  @ApiProperty({ type: BankTotalsDto }) totals: BankTotalsDto;
  @ApiProperty({ type: BankReturnsDto }) returns: BankReturnsDto;
}

export class NewBatchDto {
  @ApiProperty() id: string;
  @ApiProperty() number: string;
  @ApiProperty() payments: number;
  @ApiProperty() total: string;
}

export class BatchDto extends NewBatchDto {
  @ApiProperty({ enum: ['allotment', 'reissue'] }) kind: 'allotment' | 'reissue';
  @ApiProperty() template: string;
  @ApiProperty({ type: String, nullable: true }) banner: string | null;
  @ApiProperty() createdBy: string;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty() success: number;
  @ApiProperty() failed: number;
}

export class BatchListDto {
  @ApiProperty({ type: [BatchDto] }) items: BatchDto[];
}

export class FailedPaymentDto {
  @ApiProperty() id: string;
  @ApiProperty() number: string;
  @ApiProperty() banner: string;
  @ApiProperty({ description: 'Masked' }) name: string;
  @ApiProperty({ description: 'Masked' }) card: string;
  @ApiProperty() amount: string;
  @ApiProperty() code: string;
  @ApiProperty() cause: string;
}

export class FailedPaymentPageDto {
  @ApiProperty({ type: [FailedPaymentDto] }) items: FailedPaymentDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

export class AmountsDto {
  @ApiProperty() due: string;
  @ApiProperty() paid: string;
  @ApiProperty() failed: string;
  @ApiProperty() pending: string;
  @ApiProperty() unissued: string;
  @ApiProperty() held: string;
  @ApiProperty() withheld: string;
  @ApiProperty() recovered: string;
}

export class BannerArrearsDto extends AmountsDto {
  @ApiProperty() banner: string;
  @ApiProperty() households: number;
  @ApiProperty() unpaidHouseholds: number;
}

export class ArrearsDto {
  @ApiProperty({ type: String, nullable: true }) fundsReceivedOn: string | null;
  @ApiProperty({ type: Number, nullable: true }) daysSinceReceipt: number | null;
  @ApiProperty({ type: AmountsDto }) total: AmountsDto;
  @ApiProperty({ type: [BannerArrearsDto] }) banners: BannerArrearsDto[];
}

export class BookTotalDto {
  @ApiProperty() pool: string;
  @ApiProperty() allotted: string;
  @ApiProperty() inPayment: string;
  @ApiProperty() paid: string;
}

export class BookBannerDto {
  @ApiProperty() banner: string;
  @ApiProperty() allotted: string;
  @ApiProperty() inPayment: string;
  @ApiProperty() agrees: boolean;
}

export class ProgrammeBookDto {
  @ApiProperty({ type: BookTotalDto }) total: BookTotalDto;
  @ApiProperty({ description: 'Transfers asked for and not posted yet' }) waiting: number;
  @ApiProperty() agrees: boolean;
  @ApiProperty({ type: [BookBannerDto] }) banners: BookBannerDto[];
}

export class ReturnTakenDto {
  @ApiProperty() success: number;
  @ApiProperty() failed: number;
  @ApiProperty() pending: number;
  @ApiProperty({ description: 'Everything due has arrived: the programme is paid' }) paid: boolean;
}
