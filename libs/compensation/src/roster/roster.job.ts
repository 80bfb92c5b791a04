import { defineJob } from '@qingheng/platform';

export const importRoster = defineJob<{ rosterId: string }>('compensation/import-roster');
