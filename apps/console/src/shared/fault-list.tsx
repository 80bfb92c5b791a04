import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pick } from '../api/problem';
import type { Fault } from '../api/types';
import './fault-list.css';

interface Props {
  faults: Fault[];
  /** Names the place for people; without it the technical names stand. */
  placeOf?: (fault: Fault) => string;
  onJump?: (fault: Fault) => void;
}

const FIRST = 8;
const technical = (fault: Fault) => [fault.table, fault.row, fault.column].filter(Boolean).join(' / ');

export function FaultList({ faults, placeOf = technical, onJump }: Props) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? faults : faults.slice(0, FIRST);
  return (
    <div className="fault-list">
      <ul>
        {shown.map((fault, index) => {
          const place = placeOf(fault);
          return (
            <li key={index}>
              {place &&
                (onJump ? (
                  <button type="button" className="fault-place" onClick={() => onJump(fault)}>
                    {place}
                  </button>
                ) : (
                  <span className="fault-place">{place}</span>
                ))}
              <span>{pick(fault.message, i18n.language)}</span>
              {fault.remedy && <span className="muted">{pick(fault.remedy, i18n.language)}</span>}
            </li>
          );
        })}
      </ul>
      {faults.length > FIRST && (
        <Button type="link" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? t('common:showLess') : t('common:showAll', { count: faults.length })}
        </Button>
      )}
    </div>
  );
}
