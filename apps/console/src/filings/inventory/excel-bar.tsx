import { DownloadOutlined, FileExcelOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { download, upload } from '../../api/files';
import type { Fault, Filing, RunInput } from '../../api/types';
import { say } from '../../shared/notices';
import { ProblemAlert } from '../../shared/problem-alert';

interface Props {
  filing: Filing;
  readOnly: boolean;
  onImported(answer: { input: RunInput; faults?: Fault[] }): void;
}

export function ExcelBar({ filing, readOnly, onImported }: Props) {
  const { t } = useTranslation();
  const path = `/api/v1/filings/${filing.id}`;
  const template = useMutation({
    mutationFn: () =>
      download(`/api/v1/filings/template.xlsx?method=${encodeURIComponent(filing.method)}`, 'template.xlsx'),
  });
  const exported = useMutation({ mutationFn: () => download(`${path}/export.xlsx`, `${filing.number}.xlsx`) });
  const imported = useMutation({
    mutationFn: (file: File) => upload<{ input: RunInput; faults?: Fault[] }>(`${path}/import`, file),
    onSuccess: (answer) => {
      onImported(answer);
      say(t('filings:excel.imported'));
    },
  });
  const error = imported.error ?? template.error ?? exported.error;
  return (
    <div className="excel">
      <div className="page-actions">
        {!readOnly && (
          <>
            <Button icon={<FileExcelOutlined />} loading={template.isPending} onClick={() => template.mutate()}>
              {t('filings:excel.template')}
            </Button>
            <Upload
              accept=".xlsx"
              maxCount={1}
              showUploadList={false}
              beforeUpload={(file) => {
                imported.mutate(file);
                return false;
              }}
            >
              <Button icon={<UploadOutlined />} loading={imported.isPending} data-test="import">
                {t('filings:excel.import')}
              </Button>
            </Upload>
          </>
        )}
        <Button icon={<DownloadOutlined />} loading={exported.isPending} onClick={() => exported.mutate()}>
          {t('filings:excel.export')}
        </Button>
      </div>
      {imported.error && <p className="excel-kept">{t('filings:excel.refused')}</p>}
      {error && <ProblemAlert error={error} />}
    </div>
  );
}
