import { defineJob } from '@qingheng/platform';

/** What the versions of a published proposal would do to filed results. */
export const shadowRun = defineJob<{ shadowId: string }>('factor/shadow');
