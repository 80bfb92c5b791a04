import { ApiProperty } from '@nestjs/swagger';
import { TextDto } from '@qingheng/platform';

export class DeadlineRuleDto {
  @ApiProperty() code: string;
  @ApiProperty({ type: TextDto }) title: TextDto;
  @ApiProperty({ description: 'Calendar days after which it is late' }) days: number;
  @ApiProperty() source: string;
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: 'official' | 'secondary' | 'provisional';
}

export class DeadlineDto {
  @ApiProperty() programmeId: string;
  @ApiProperty() number: string;
  @ApiProperty() title: string;
  @ApiProperty() code: string;
  @ApiProperty({ description: 'Which batch or decision; empty where it is the programme itself' }) subject: string;
  @ApiProperty({ format: 'date' }) began: string;
  @ApiProperty({ format: 'date' }) due: string;
  @ApiProperty() daysLate: number;
  @ApiProperty({ type: DeadlineRuleDto }) rule: DeadlineRuleDto;
}

export class DeadlineListDto {
  @ApiProperty({ type: [DeadlineDto] }) items: DeadlineDto[];
}
