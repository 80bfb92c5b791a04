import { useTranslation } from 'react-i18next';
import { useCallback } from 'react';
import type { Problem } from '../api/problem';

/** Codes that the console words itself, more kindly than a machine would; any other keeps the service's words. */
export function useProblemText() {
  const { t, i18n } = useTranslation();
  return useCallback(
    (problem: Problem): { title: string; detail: string } => {
      if (i18n.exists(`errors:${problem.code}.title`)) {
        return { title: t(`errors:${problem.code}.title`), detail: t(`errors:${problem.code}.detail`) };
      }
      return {
        title: problem.message || t('errors:UNKNOWN.title'),
        detail: problem.faults.length ? '' : t('errors:UNKNOWN.detail'),
      };
    },
    [t, i18n],
  );
}
