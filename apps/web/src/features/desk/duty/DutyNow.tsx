import type { DutyNow as Duty, DutyPerson } from '../../../api/duty';
import { useCommon } from '../../../i18n/common';
import { useSettings } from '../../../settings/settings';
import { useWhen } from '../../../time/use-when';
import { clockTime } from '../../../time/zone';
import { useText } from '../text';
import styles from './duty.module.css';

/** Who is on duty at this moment and can be called, where nobody is, and who comes when. */
export function DutyNow({ duty }: { duty: Duty }) {
  const t = useText();
  const common = useCommon();
  const { language } = useSettings();
  return (
    <>
      <dl className={styles.duty}>
        {duty.positions.map(({ position, people, gap, standIns }) => (
          <div key={position} data-gap={gap}>
            <dt>{common(`position.${position}`)}</dt>
            <dd>
              {gap && <span className={styles.gap}>{t('onDuty.nobody')}</span>}
              {gap && standIns.length > 0 && (
                <span className={styles.state}>
                  {t('onDuty.standIns', {
                    names: standIns.map(({ name }) => name).join(language === 'zh' ? '、' : ', '),
                  })}
                </span>
              )}
              {people.map((person) => (
                <OnDuty key={person.id} person={person} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {duty.nextHandover && <Next {...duty.nextHandover} />}
    </>
  );
}

function OnDuty({ person: { name, phone, until, signedIn } }: { person: DutyPerson }) {
  const t = useText();
  return (
    <div className={styles.person}>
      <span className={styles.name}>{name}</span>
      {phone ? (
        <a href={`tel:${phone.replaceAll(' ', '')}`} aria-label={t('call', { name, phone })}>
          {phone}
        </a>
      ) : (
        <span className={styles.soft}>{t('onDuty.noPhone')}</span>
      )}
      <span className={styles.state}>
        {t('onDuty.until', { at: clockTime(Date.parse(until)) })}
        {' · '}
        <span className={signedIn ? undefined : styles.missing}>
          {t(signedIn ? 'onDuty.signedIn' : 'onDuty.notSignedIn')}
        </span>
      </span>
    </div>
  );
}

function Next({ at, position, from, to }: NonNullable<Duty['nextHandover']>) {
  const t = useText();
  const common = useCommon();
  const when = useWhen();
  return (
    <p className={styles.next}>
      {t('onDuty.next', {
        at: when.at(at),
        position: common(`position.${position}`),
        from: from?.name ?? t('onDuty.nobody'),
        to: to?.name ?? t('onDuty.nobody'),
      })}
    </p>
  );
}
