import Button from 'antd/es/button';
import { Fragment, useMemo, useState } from 'react';
import type { useTimeline } from '../../../api/incidents';
import type { IncidentPage, TimelineItem } from '../../../api/incident-types';
import { useUnits } from '../../../api/people';
import { usePrinting } from '../../../theme/use-media';
import { ErrorState } from '../../../ui/ErrorState';
import { Hint } from '../../../ui/Hint';
import { Moment } from '../../../ui/Moment';
import { Section } from '../../../ui/Section';
import { Skeleton } from '../../../ui/Skeleton';
import { CommentBox } from '../room/CommentBox';
import { useText as useRoomText } from '../room/text';
import { useSeen } from '../room/use-seen';
import { useSaying } from '../words/use-say';
import { ENTRY_KINDS, kindOf, sentenceOf, type EntryKind, type Teller } from './sentence';
import { useText } from './text';
import roomStyles from '../room/room.module.css';
import styles from './timeline.module.css';

/** One screen of entries; the rest is a tap away. */
const SHOWN = 40;

/** All that happened, newest first, each entry a sentence. */
export function TimelineAside({
  incident,
  timeline: { data, error, refetch },
}: {
  incident: IncidentPage;
  timeline: ReturnType<typeof useTimeline>;
}) {
  const t = useText();
  const [kinds, setKinds] = useState<readonly EntryKind[]>(ENTRY_KINDS);
  const [isUnfolded, setUnfolded] = useState(false);
  const isPrinting = usePrinting();
  const isWhole = isUnfolded || isPrinting;
  const teller = useTeller(incident, data?.names ?? {});
  const entries = (data?.items ?? [])
    .filter(({ type }) => kinds.includes(kindOf(type)))
    .toReversed();
  const older = entries.length - SHOWN;
  const shown = isWhole ? entries : entries.slice(0, SHOWN);
  const seen = useSeen(incident.id, data?.items.at(-1)?.seq ?? 0);
  const isNew = ({ seq }: TimelineItem) => seen !== null && seq > seen;
  const lastNew = shown.findLast(isNew);
  return (
    <aside className={styles.aside}>
      <Section title={t('timeline')} count={data?.items.length ?? 0}>
        <CommentBox incident={incident} />
        <Filter kinds={kinds} onChange={setKinds} />
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton rows={6} />}
        {data && entries.length === 0 && <p className={styles.soft}>{t('timeline.none')}</p>}
        <ol className={styles.list}>
          {/* Paper is read from the beginning. */}
          {(isPrinting ? shown.toReversed() : shown).map((entry) => (
            <Fragment key={entry.seq}>
              <Entry entry={entry} teller={teller} isPrinting={isPrinting} />
              {entry === lastNew && !isPrinting && (
                <NewAbove count={entries.filter(isNew).length} />
              )}
            </Fragment>
          ))}
        </ol>
        {!isWhole && older > 0 && (
          <Button size="small" type="text" onClick={() => setUnfolded(true)}>
            {t('timeline.older', { count: older })}
          </Button>
        )}
      </Section>
    </aside>
  );
}

function Filter({
  kinds,
  onChange,
}: {
  kinds: readonly EntryKind[];
  onChange: (kinds: readonly EntryKind[]) => void;
}) {
  const t = useText();
  return (
    <fieldset className={styles.filter}>
      <legend className="mb-said">{t('timeline.filter')}</legend>
      {ENTRY_KINDS.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={kinds.includes(kind)}
            onChange={({ target }) =>
              onChange(target.checked ? [...kinds, kind] : kinds.filter((other) => other !== kind))
            }
          />
          {t(`timeline.${kind}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** Where one left off. */
function NewAbove({ count }: { count: number }) {
  const t = useRoomText();
  return <li className={roomStyles.line}>{t('seen.line', { count })}</li>;
}

interface EntryProps {
  readonly entry: TimelineItem;
  readonly teller: Teller;
  readonly isPrinting: boolean;
}

function Entry({ entry, teller, isPrinting }: EntryProps) {
  const t = useText();
  const { did, quote } = sentenceOf(entry, teller);
  const { kind, name } = entry.actor;
  const who = kind === 'system' ? t('timeline.system') : (name ?? t('timeline.unknown'));
  return (
    <li className={styles.entry} data-kind={kindOf(entry.type)}>
      <p className={styles.sentence}>
        <strong>{who}</strong> <Moment at={entry.at} /> {did}
        <Hint className={styles.mark} content={<Hash entry={entry} />}>
          <span className="mb-said">{t('hash.mark', { seq: entry.seq })}</span>
          <span aria-hidden="true">#{entry.seq}</span>
        </Hint>
      </p>
      {quote !== null && <p className={styles.quote}>{quote}</p>}
      {isPrinting && <code className={styles.printed}>{entry.hash}</code>}
    </li>
  );
}

function Hash({ entry: { hash, prevHash } }: { entry: TimelineItem }) {
  const t = useText();
  return (
    <span className={styles.hash}>
      <span>
        {t('hash.this')} <code>{hash}</code>
      </span>
      <span>
        {t('hash.prev')} <code>{prevHash === '' ? t('hash.first') : prevHash}</code>
      </span>
      <span>{t('hash.why')}</span>
    </span>
  );
}

/** Everything by which ids in entries become names. */
function useTeller(incident: IncidentPage, names: Readonly<Record<string, string>>): Teller {
  const t = useText();
  const say = useSaying(incident.deadlines);
  const { data: units } = useUnits();
  return useMemo(
    () => ({
      t,
      say,
      name: (id) => names[id] ?? units?.find((unit) => unit.id === id)?.name ?? null,
      action: (id) => incident.actions.find((action) => action.id === id)?.title ?? null,
      number: (id) =>
        [incident.mergedInto, ...incident.absorbed].find((other) => other?.id === id)?.number ??
        null,
    }),
    [t, say, names, units, incident],
  );
}
