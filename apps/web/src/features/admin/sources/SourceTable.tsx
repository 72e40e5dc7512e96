import Button from 'antd/es/button';
import { Fragment } from 'react';
import type { Source } from '../../../api/sources';
import { useSettings } from '../../../settings/settings';
import { usePhone } from '../../../theme/use-media';
import { useWhen } from '../../../time/use-when';
import { TimeAgo } from '../../../ui/TimeAgo';
import { useText } from '../text';
import { isRead, standingOf } from './standing';
import styles from '../admin.module.css';
import own from './sources.module.css';

interface SourceTableProps {
  readonly sources: readonly Source[];
  /** Null for whoever may only look. */
  readonly acts: {
    readonly onOpen: (source: Source) => void;
    readonly onRead: (source: Source) => void;
    readonly onToken: (source: Source) => void;
  } | null;
}

const HEADS = ['name', 'kind', 'state', 'last', 'next', 'taken', 'left'] as const;

export function SourceTable({ sources, acts }: SourceTableProps) {
  const isPhone = usePhone();
  return isPhone ? <Cards sources={sources} acts={acts} /> : <Rows sources={sources} acts={acts} />;
}

function Rows({ sources, acts }: SourceTableProps) {
  const t = useText();
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('sources.title')}>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {t(`source.${head}`)}
              </th>
            ))}
            {acts && (
              <th scope="col">
                <span className="mb-said">{t('source.acts')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <Fragment key={source.id}>
              <tr className={rowClass(source)}>
                <td title={source.name}>
                  <Name source={source} acts={acts} />
                </td>
                <td>{t(`source.kind.${source.kind}`)}</td>
                <td>
                  <State source={source} />
                </td>
                <td>
                  <Last source={source} />
                </td>
                <td>
                  <Next source={source} />
                </td>
                <td className="mb-number">{source.reading?.takenIn ?? ''}</td>
                <td className="mb-number">{source.reading?.leftOut ?? ''}</td>
                {acts && (
                  <td>
                    <Acts source={source} acts={acts} />
                  </td>
                )}
              </tr>
              {standingOf(source) === 'problem' && (
                <tr className={own.why}>
                  <td colSpan={HEADS.length + (acts ? 1 : 0)}>
                    <Why source={source} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const rowClass = (source: Source): string | undefined => {
  if (!source.active) return styles.off;
  return standingOf(source) === 'problem' ? own.failing : undefined;
};

function Cards({ sources, acts }: SourceTableProps) {
  const t = useText();
  return (
    <ul className={styles.cards}>
      {sources.map((source) => (
        <li key={source.id} className={styles.card}>
          <div className={styles.cardHead}>
            <Name source={source} acts={acts} />
            <State source={source} />
          </div>
          <p className={styles.soft}>
            {t(`source.kind.${source.kind}`)}
            {source.reading && (
              <>
                {' · '}
                {t('source.taken')} {source.reading.takenIn}
                {' · '}
                {t('source.left')} {source.reading.leftOut}
              </>
            )}
          </p>
          {isRead(source) && (
            <p className={styles.soft}>
              {t('source.last')} <Last source={source} /> · {t('source.next')}{' '}
              <Next source={source} />
            </p>
          )}
          {standingOf(source) === 'problem' && (
            <p className={own.problem}>
              <Why source={source} />
            </p>
          )}
          {acts && <Acts source={source} acts={acts} />}
        </li>
      ))}
    </ul>
  );
}

type Part = Pick<SourceTableProps, 'acts'> & { readonly source: Source };

function Name({ source, acts }: Part) {
  const t = useText();
  if (!acts) return <>{source.name}</>;
  return (
    <button
      type="button"
      className={styles.open}
      title={t('sources.edit', { name: source.name })}
      aria-haspopup="dialog"
      onClick={() => acts.onOpen(source)}
    >
      {source.name}
    </button>
  );
}

function State({ source }: { source: Source }) {
  const t = useText();
  const standing = standingOf(source);
  return (
    <span className={own.state} data-standing={standing}>
      {t(`source.state.${standing}`)}
    </span>
  );
}

function Why({ source: { reading } }: { source: Source }) {
  const t = useText();
  const { language } = useSettings();
  if (!reading?.problem) return null;
  return (
    <>
      {reading.problem[language]}
      {reading.failures > 1 && t('source.failures', { count: reading.failures })}
    </>
  );
}

function Last({ source: { reading } }: { source: Source }) {
  const t = useText();
  if (!reading) return null;
  return reading.lastReadAt === null ? (
    <span className={styles.soft}>{t('source.never')}</span>
  ) : (
    <TimeAgo at={reading.lastReadAt} />
  );
}

function Next({ source }: { source: Source }) {
  const when = useWhen();
  const at = source.reading?.nextReadAt ?? null;
  return at === null || !isRead(source) ? null : <time dateTime={at}>{when.at(at)}</time>;
}

function Acts({ source, acts }: { source: Source; acts: NonNullable<SourceTableProps['acts']> }) {
  const t = useText();
  return (
    <>
      {isRead(source) && (
        <Button
          size="small"
          className={own.act ?? ''}
          aria-label={t('source.read.of', { name: source.name })}
          onClick={() => acts.onRead(source)}
        >
          {t('source.read')}
        </Button>
      )}
      {source.kind === 'webhook' && (
        <Button
          size="small"
          className={own.act ?? ''}
          aria-haspopup="dialog"
          aria-label={t('hook.of', { name: source.name })}
          onClick={() => acts.onToken(source)}
        >
          {t('hook.title')}
        </Button>
      )}
    </>
  );
}
