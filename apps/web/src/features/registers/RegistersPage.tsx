import Button from 'antd/es/button';
import { useState } from 'react';
import { Navigate, useParams } from 'react-router';
import { REGISTERS, useRegister, type RegisterPath } from '../../api/registers';
import { useMe } from '../../api/session';
import { may } from '../../api/types';
import { serverNow } from '../../time/server-clock';
import { toLocalInput } from '../../time/zone';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Places } from '../../ui/Places';
import { Skeleton } from '../../ui/Skeleton';
import { Months } from './Months';
import { RecordForm } from './RecordForm';
import { RecordTable } from './RecordTable';
import { isRegister } from './specs';
import { useText } from './text';
import styles from './registers.module.css';

const NEW = 'new';

/** The registers, one at a time. */
export function Component() {
  const { register } = useParams();
  if (!isRegister(register)) return <Navigate to={`/registers/${REGISTERS[0]}`} replace />;
  return <Register key={register} path={register} />;
}

function Register({ path }: { path: RegisterPath }) {
  const t = useText();
  const mayManage = may(useMe(), 'register.manage');
  const [retired, setRetired] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const { data: records, error, isPending, refetch } = useRegister(path, retired);
  const [today] = useState(() => toLocalInput(serverNow()).slice(0, 10));
  const chosen = records?.find(({ id }) => id === open) ?? null;
  return (
    <Page
      title={t(`register.${path}`)}
      lead={t(`lead.${path}`)}
      acts={
        mayManage && (
          <Button type="primary" aria-haspopup="dialog" onClick={() => setOpen(NEW)}>
            {t(`new.${path}`)}
          </Button>
        )
      }
    >
      <Places
        label={t('nav')}
        places={REGISTERS.map((one) => ({ to: `/registers/${one}`, label: t(`register.${one}`) }))}
      />
      <Shown retired={retired} onChange={setRetired} />
      {error && !records && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton rows={6} />}
      {records?.length === 0 && (
        <EmptyState title={t(retired ? 'empty.retired' : `empty.${path}`)}>
          {!retired && t('empty.body')}
        </EmptyState>
      )}
      {records && records.length > 0 && (
        <RecordTable path={path} records={records} onOpen={({ id }) => setOpen(id)} />
      )}
      {path === 'sensitive-dates' && !retired && <Months today={today} />}
      {(open === NEW || chosen !== null) && (
        <RecordForm
          key={chosen?.id ?? NEW}
          path={path}
          record={chosen}
          today={today}
          mayManage={mayManage}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}

function Shown({ retired, onChange }: { retired: boolean; onChange: (retired: boolean) => void }) {
  const t = useText();
  return (
    <div role="group" aria-label={t('show')} className={styles.shown}>
      {[false, true].map((value) => (
        <button
          key={String(value)}
          type="button"
          aria-pressed={retired === value}
          onClick={() => onChange(value)}
        >
          {t(value ? 'show.retired' : 'show.active')}
        </button>
      ))}
    </div>
  );
}
