import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../api/types';
import { useChoice } from '../../shared/use-text';
import type { Words } from './clipboard';

/** The words of the reader's language in which a spreadsheet may hold choices and truth values. */
export function useWords(): Words {
  const { t } = useTranslation();
  const choice = useChoice();
  return useMemo(
    () => ({
      yes: [t('common:yes').toLowerCase(), 'yes', 'true', '1', 'y', '\u662f'],
      no: [t('common:no').toLowerCase(), 'no', 'false', '0', 'n', '\u5426'],
      choiceOf: (column: Column, shown: string) => column.choices?.find((word) => choice(word) === shown) ?? shown,
      titlesOf: (column: Column) => [column.title.zh, column.title.en],
    }),
    [t, choice],
  );
}
