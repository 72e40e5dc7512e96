import Button from 'antd/es/button';
import { useState } from 'react';
import { useUnits } from '../../../api/people';
import { useMe } from '../../../api/session';
import { may } from '../../../api/types';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Page } from '../../../ui/Page';
import { Skeleton } from '../../../ui/Skeleton';
import { AdminNav } from '../AdminNav';
import { useText } from '../text';
import { UnitForm } from './UnitForm';
import { UnitTable } from './UnitTable';
import styles from '../admin.module.css';

const NEW = 'new';

export function Component() {
  const t = useText();
  const mayManage = may(useMe(), 'unit.manage');
  const { data: units, error, isPending, refetch } = useUnits();
  const [open, setOpen] = useState<string | null>(null);
  const edited = units?.find(({ id }) => id === open);
  const close = () => setOpen(null);
  return (
    <Page
      title={t('units.title')}
      lead={t('units.lead')}
      beside={
        units && <span className={styles.soft}>{t('units.count', { count: units.length })}</span>
      }
      acts={
        mayManage && (
          <Button type="primary" aria-haspopup="dialog" onClick={() => setOpen(NEW)}>
            {t('units.new')}
          </Button>
        )
      }
    >
      <AdminNav />
      {error && !units && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton rows={6} />}
      {units?.length === 0 && (
        <EmptyState title={t('units.empty')}>{t('units.empty.body')}</EmptyState>
      )}
      {units && units.length > 0 && (
        <UnitTable units={units} onOpen={mayManage ? ({ id }) => setOpen(id) : null} />
      )}
      {units && open === NEW && <UnitForm unit={null} units={units} onClose={close} />}
      {units && edited && <UnitForm key={edited.id} unit={edited} units={units} onClose={close} />}
    </Page>
  );
}
