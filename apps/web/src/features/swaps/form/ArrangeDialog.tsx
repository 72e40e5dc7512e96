import { useState } from 'react';
import { useSchedules } from '../../../api/rota';
import type { Schedule } from '../../../api/rota-types';
import { announce } from '../../../ui/announce';
import { Dialog } from '../../../ui/Dialog';
import { Field } from '../../../ui/Field';
import { Select } from '../../../ui/Select';
import { Skeleton } from '../../../ui/Skeleton';
import { useText } from '../text';
import { ArrangeForm } from './ArrangeForm';

/** A leader acts for two people who have agreed. */
export default function ArrangeDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { data: schedules } = useSchedules();
  return (
    <Dialog title={t('arrange.title')} onClose={onClose}>
      <p>{t('arrange.lead')}</p>
      {schedules ? <Choose schedules={schedules} onClose={onClose} /> : <Skeleton rows={3} />}
    </Dialog>
  );
}

interface ChooseProps {
  readonly schedules: readonly Schedule[];
  readonly onClose: () => void;
}

/** Most offices have one rota, and are not asked which. */
function Choose({ schedules, onClose }: ChooseProps) {
  const t = useText();
  const [picked, setPicked] = useState('');
  const schedule = schedules.find(({ id }) => id === picked) ?? schedules[0];
  const done = () => {
    announce(t('arrange.done'));
    onClose();
  };
  return (
    <>
      {schedules.length > 1 && (
        <Field label={t('arrange.schedule')}>
          {(control) => (
            <Select
              {...control}
              value={schedule?.id ?? ''}
              options={schedules.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setPicked}
            />
          )}
        </Field>
      )}
      {schedule && (
        <ArrangeForm key={schedule.id} schedule={schedule} onDone={done} onClose={onClose} />
      )}
    </>
  );
}
