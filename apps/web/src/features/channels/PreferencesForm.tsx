import Button from 'antd/es/button';
import { useRef, useState, type SubmitEvent } from 'react';
import { useSaveChannels, type MyChannels } from '../../api/channels';
import { useFormErrors, type FieldMessages } from '../../lib/use-form-errors';
import { ActBar } from '../../ui/ActBar';
import { announce } from '../../ui/announce';
import { LeaveGuard } from '../../ui/LeaveGuard';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { OrderEditor } from './OrderEditor';
import { preferencesOf, quietIsWrong, savedForm, type Preferences } from './preferences';
import { QuietHoursFields } from './QuietHoursFields';
import { useText } from './text';
import styles from './channels.module.css';

const FIELDS = ['quiet'];
const NOTHING_WRONG: FieldMessages = {};

/** Order and quiet hours, saved together. */
export function PreferencesForm({ channels }: { channels: MyChannels }) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const [changed, setChanged] = useState<Preferences | null>(null);
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const value = changed ?? preferencesOf(channels);
  const save = useSaveChannels(() => {
    setChanged(null);
    announce(t('saved'));
  });
  const errorsOf = useFormErrors(form, FIELDS, save.error, wrong);
  const change = (part: Partial<Preferences>) => {
    save.reset();
    setChanged({ ...value, ...part });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const isWrong = quietIsWrong(value);
    setWrong(isWrong ? { quiet: t('quiet.wrong') } : NOTHING_WRONG);
    if (!isWrong) save.mutate(savedForm(value));
  };
  return (
    <form ref={form} noValidate className={styles.form} onSubmit={submit}>
      <OrderEditor
        order={value.order}
        available={channels.available}
        onChange={(order) => change({ order })}
      />
      <QuietHoursFields
        value={value}
        timeZone={channels.timeZone}
        errors={errorsOf('quiet')}
        onChange={change}
      />
      <ProblemAlert error={save.error} fields={FIELDS} />
      <div role="status">{save.isSuccess && <p className={styles.good}>{t('saved')}</p>}</div>
      {changed !== null && (
        <ActBar>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        </ActBar>
      )}
      <LeaveGuard when={changed !== null && !save.isPending} />
    </form>
  );
}
