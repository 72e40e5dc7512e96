import type { Deadline } from '../api/types';
import { useCommon } from '../i18n/common';
import { useSay } from '../i18n/words';
import { useSettings } from '../settings/settings';
import { durationWords, remainingWords, shareUsed, timeState } from '../time/remaining';
import { useServerNow } from '../time/ticker';
import { fullTime } from '../time/zone';
import { Hint } from './Hint';
import styles from './DeadlineChip.module.css';

type ChipDeadline = Pick<
  Deadline,
  'title' | 'legal' | 'basis' | 'startedAt' | 'dueAt' | 'warnAt' | 'state' | 'remainingMs'
>;

interface DueDeadline extends ChipDeadline {
  readonly dueAt: string;
}

function isDue(deadline: ChipDeadline): deadline is DueDeadline {
  return deadline.dueAt !== null;
}

/** The one way in which a deadline is shown: its name, the time left in words, a thin bar of time used. */
export function DeadlineChip({ deadline }: { deadline: ChipDeadline }) {
  const t = useCommon();
  const say = useSay();
  if (!isDue(deadline)) return null;
  switch (deadline.state) {
    case 'running':
    case 'warned':
    case 'late':
      return <Running deadline={deadline} />;
    case 'paused':
      return <Paused deadline={deadline} />;
    case 'met':
    case 'missed':
    case 'lifted':
    case 'stopped':
      return (
        <Hint className={styles.over} content={<Detail deadline={deadline} />}>
          <Line name={say(deadline.title)} words={t(`deadline.${deadline.state}`)} />
        </Hint>
      );
    case 'dormant':
      return null;
  }
}

function Running({ deadline }: { deadline: DueDeadline }) {
  const { language } = useSettings();
  const say = useSay();
  const now = useServerNow();
  const [start, due] = [Date.parse(deadline.startedAt), Date.parse(deadline.dueAt)];
  const warn = deadline.warnAt === null ? due : Date.parse(deadline.warnAt);
  const used = shareUsed(start, due, now);
  return (
    <Hint
      className={styles[timeState(warn, due, now)]}
      content={<Detail deadline={deadline} used={used} />}
    >
      <Line name={say(deadline.title)} words={remainingWords(due - now, language)} />
      <Bar used={used} />
    </Hint>
  );
}

function Paused({ deadline }: { deadline: DueDeadline }) {
  const { language } = useSettings();
  const t = useCommon();
  const say = useSay();
  const [start, due] = [Date.parse(deadline.startedAt), Date.parse(deadline.dueAt)];
  const left = deadline.remainingMs ?? 0;
  const used = shareUsed(start, due, due - left);
  return (
    <Hint className={styles.on} content={<Detail deadline={deadline} used={used} />}>
      <Line
        name={say(deadline.title)}
        words={t('deadline.paused', { left: durationWords(left, language) })}
      />
      <Bar used={used} />
    </Hint>
  );
}

function Line({ name, words }: { name: string; words: string }) {
  return (
    <span className={styles.line}>
      <span className={styles.name}>{name}</span>
      <span className={styles.words}>{words}</span>
    </span>
  );
}

function Bar({ used }: { used: number }) {
  return (
    <span className={styles.bar}>
      <span style={{ transform: `scaleX(${used.toFixed(4)})` }} />
    </span>
  );
}

/** What the chip has no room for: when it is due, since when it runs, and by what rule. */
function Detail({ deadline, used }: { deadline: DueDeadline; used?: number }) {
  const t = useCommon();
  const say = useSay();
  const started = t('deadline.started', { at: fullTime(Date.parse(deadline.startedAt)) });
  const share = used === undefined ? [] : [t('deadline.used', { percent: Math.floor(used * 100) })];
  return (
    <>
      <strong className={styles.detail}>{say(deadline.title)}</strong>
      <span className={styles.detail}>
        {t('deadline.due', { at: fullTime(Date.parse(deadline.dueAt)) })}
      </span>
      <span className={styles.detail}>{[started, ...share].join(' · ')}</span>
      {deadline.basis && (
        <span className={styles.detail}>{t('deadline.basis', { basis: deadline.basis })}</span>
      )}
      {deadline.legal && <span className={styles.detail}>{t('deadline.legal')}</span>}
    </>
  );
}
