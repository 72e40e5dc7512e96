import Button from 'antd/es/button';
import { useState } from 'react';
import { useDropCalendarLink, useMakeCalendarLink } from '../../../api/rota-changes';
import { announce } from '../../../ui/announce';
import { FormActs } from '../../../ui/FormActs';
import { ProblemAlert } from '../../../ui/ProblemAlert';
import { Section } from '../../../ui/Section';
import { Confirm } from '../../admin/Confirm';
import { useText } from '../text';
import { SecretLink } from './SecretLink';
import styles from './calendar.module.css';

/** One's own shifts in one's own calendar, by a secret address: made, replaced, switched off. */
export function CalendarLink() {
  const t = useText();
  const make = useMakeCalendarLink();
  const [isDropping, setDropping] = useState(false);
  const drop = useDropCalendarLink(() => {
    make.reset();
    setDropping(false);
    announce(t('cal.dropped'));
  });
  return (
    <Section title={t('cal.title')}>
      <p className={styles.body}>{t('cal.body')}</p>
      <ProblemAlert error={make.error} />
      {make.data && <SecretLink key={make.data.url} url={make.data.url} />}
      {drop.isSuccess && !make.data && <p className={styles.soft}>{t('cal.dropped')}</p>}
      <p className={styles.soft}>{t('cal.replace.hint')}</p>
      <FormActs>
        <Button
          type={make.data ? 'default' : 'primary'}
          loading={make.isPending}
          onClick={() => make.mutate()}
        >
          {t(make.data ? 'cal.replace' : 'cal.make')}
        </Button>
        <Button danger type="text" aria-haspopup="dialog" onClick={() => setDropping(true)}>
          {t('cal.drop')}
        </Button>
      </FormActs>
      {isDropping && (
        <Confirm
          title={t('cal.drop')}
          body={t('cal.drop.body')}
          act={t('cal.drop')}
          keep={t('cal.drop.keep')}
          pending={drop.isPending}
          error={drop.error}
          onAct={() => drop.mutate()}
          onClose={() => setDropping(false)}
        />
      )}
    </Section>
  );
}
