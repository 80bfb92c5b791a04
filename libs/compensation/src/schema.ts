/** What compensation adds to the database. */
import { CompensationBook1700000005500 } from './book/book.migration';
import { CompensationDeadline1700000005800 } from './deadline/deadline.migration';
import { CompensationGrassland1700000005900 } from './grassland/grassland.migration';
import { CompensationNotice1700000005300 } from './notice/notice.migration';
import { CompensationPayment1700000005400 } from './payment/payment.migration';
import { CompensationPlainNames1700000005600 } from './payment/plain-names.migration';
import { CompensationProgramme1700000005000 } from './programme/programme.migration';
import { CompensationRoster1700000005100 } from './roster/roster.migration';
import { CompensationRun1700000005200 } from './run/run.migration';
import { CompensationWithholding1700000005700 } from './withholding/withholding.migration';
import { CompensationBannerSheet1700000006000 } from './run/banner-sheet.migration';
import { CompensationRunAgain1700000006100 } from './run/run-again.migration';

export const compensationMigrations = [
  CompensationProgramme1700000005000,
  CompensationRoster1700000005100,
  CompensationRun1700000005200,
  CompensationNotice1700000005300,
  CompensationPayment1700000005400,
  CompensationBook1700000005500,
  CompensationPlainNames1700000005600,
  CompensationWithholding1700000005700,
  CompensationDeadline1700000005800,
  CompensationGrassland1700000005900,
  CompensationBannerSheet1700000006000,
  CompensationRunAgain1700000006100,
];
