import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api/client';
import type { ReadinessItem } from '../api/types';
import { hasRole } from '../session/roles';
import { useUser } from '../session/session-provider';
import { ConfidenceTag } from '../shared/confidence-tag';
import { ProblemAlert } from '../shared/problem-alert';
import { useText } from '../shared/use-text';

interface Props {
  items: ReadinessItem[];
  filing: string;
  label: string;
}

/** What a label needs: found by the service, or stated by the applicant with the document that shows it. */
export function ReadinessPanel({ items, filing, label }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const user = useUser();
  const client = useQueryClient();
  const [editing, setEditing] = useState<string>();
  const declare = useMutation({
    mutationFn: ({ item, document }: { item: string; document: string }) =>
      ask(
        api.PUT('/api/v1/filings/{id}/readiness/{item}', {
          params: { path: { id: filing, item } },
          body: { document },
        }),
      ),
    onSuccess: () => {
      setEditing(undefined);
      void client.invalidateQueries({ queryKey: ['dossier', label] });
    },
  });
  return (
    <section className="panel">
      <h2>{t('labels:dossier.readiness')}</h2>
      {declare.error && <ProblemAlert error={declare.error} />}
      <ul className="readiness">
        {items.map((item) => (
          <li key={item.code}>
            {item.met ? (
              <CheckCircleFilled className="met" aria-label={t('labels:dossier.met')} />
            ) : (
              <MinusCircleOutlined className="muted" aria-label={t('labels:dossier.open')} />
            )}
            <div>
              <div>
                {text(item.title)} <ConfidenceTag confidence={item.confidence} />
              </div>
              <div className="sub">{item.document ?? (item.detail && text(item.detail)) ?? item.source}</div>
              {editing === item.code && (
                <Input.Search
                  autoFocus
                  maxLength={300}
                  aria-label={`${text(item.title)}: ${t('labels:dossier.document')}`}
                  placeholder={t('labels:dossier.document')}
                  enterButton={t('labels:dossier.save')}
                  loading={declare.isPending}
                  onSearch={(document) => document.trim() && declare.mutate({ item: item.code, document })}
                />
              )}
            </div>
            {item.kind === 'declared' && hasRole(user, 'filer') && editing !== item.code && (
              <Button size="small" onClick={() => setEditing(item.code)}>
                {t('labels:dossier.declare')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
