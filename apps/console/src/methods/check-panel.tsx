import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MethodCheck } from '../api/types';
import { FaultList } from '../shared/fault-list';
import { ChangesList } from './changes-list';
import { ExamplesPanel } from './examples-panel';

/** What the compiler says of a sheet; where it compiles, its examples and what it changes. */
export function CheckPanel({ check }: { check: MethodCheck }) {
  const { t } = useTranslation();
  const faults = check.faults.length > 0 && (
    <Alert
      type="error"
      showIcon
      role="alert"
      data-test="sheet-faults"
      title={t('methods:proposal.faults', { count: check.faults.length })}
      description={<FaultList faults={check.faults} placeOf={() => ''} />}
    />
  );
  if (!check.version) return faults;
  return (
    <>
      {faults}
      <section className="panel">
        <h2>
          {check.base
            ? t('methods:proposal.changes', { from: check.base, to: check.version })
            : t('methods:proposal.isNew')}
        </h2>
        {check.base && <ChangesList changes={check.changes} />}
      </section>
      <ExamplesPanel examples={check.examples} />
    </>
  );
}
