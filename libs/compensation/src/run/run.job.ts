import { defineJob } from '@qingheng/platform';

export const calculateBanner = defineJob<{ runId: string; banner: string }>('compensation/calculate-banner');
export const closeRun = defineJob<{ runId: string }>('compensation/close-run');
