import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { pick } from '../api/problem';
import type { Text } from '../api/types';

/** The reader's half of a text in both languages. */
export function useText() {
  const { i18n } = useTranslation();
  return useCallback((text: Text | string | undefined) => pick(text, i18n.language), [i18n.language]);
}

/** Choices and stages are written in sheets as bare words; the common ones have a name in both languages. */
export function useChoice() {
  const { t, i18n } = useTranslation();
  return useCallback(
    (choice: string) => (i18n.exists(`common:choice.${choice}`) ? t(`common:choice.${choice}`) : choice),
    [t, i18n],
  );
}
