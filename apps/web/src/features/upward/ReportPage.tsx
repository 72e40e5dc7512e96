import Button from 'antd/es/button';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useReport, useReportAct, type Report } from '../../api/upward';
import { useMedia } from '../../theme/use-media';
import { ActBar } from '../../ui/ActBar';
import { announce } from '../../ui/announce';
import { DeadlineChip } from '../../ui/DeadlineChip';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Section } from '../../ui/Section';
import { Skeleton } from '../../ui/Skeleton';
import { ActDialog, type AskedAct } from './ActDialog';
import { Editor } from './Editor';
import { Lead, MailState } from './Lead';
import { Paper } from './Paper';
import { Tag } from '../../ui/Tag';
import { useText } from './text';
import { useTypeWord } from './use-report-words';
import styles from './upward.module.css';

/** One report: written, sent, and read above. */
export function Component() {
  const { id = '' } = useParams();
  const t = useText();
  const { data: report, error, refetch } = useReport(id);
  if (report) return <Whole key={report.id} report={report} />;
  return (
    <Page title={t('title')} narrow>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />}
    </Page>
  );
}

function Whole({ report }: { report: Report }) {
  const t = useText();
  const typeOf = useTypeWord();
  const [dirty, setDirty] = useState(false);
  const [base, setBase] = useState(report);
  // What somebody else has saved is shown at once, unless there are words here that it would sweep away.
  if (!dirty && base !== report) setBase(report);
  const mayEdit = report.allowed.includes('edit');
  const { incident, deadlines, question, sha256 } = report;
  const isPhone = useMedia('(max-width: 640px)');
  // Beside the heading on a desk; at the end of what was read on a phone, where the thumb is.
  const acts = <Acts report={report} dirty={dirty} isPhone={isPhone} />;
  return (
    <Page
      title={report.title}
      beside={
        <Tag tone={report.state === 'sent' ? 'live' : 'plain'}>
          {typeOf(report)} · {t(`state.${report.state}`)}
        </Tag>
      }
      lead={<Lead report={report} />}
      acts={!isPhone && acts}
    >
      <div className={styles.about}>
        <span>
          {t('incident')}{' '}
          <Link to={`/incidents/${incident.id}`}>
            {incident.number} {incident.title}
          </Link>
        </span>
        {deadlines.map((deadline) => (
          <DeadlineChip key={deadline.id} deadline={deadline} />
        ))}
      </div>
      <MailState report={report} />
      {question !== null && (
        <div className={styles.question}>
          <p className={styles.strong}>{t('question')}</p>
          {question}
        </div>
      )}
      <div className={styles.columns} data-single={!mayEdit}>
        {mayEdit && (
          <div>
            <Missing report={report} />
            {base.version !== report.version && (
              <div role="alert" className={styles.missing}>
                <p className={styles.strong}>{t('changed.title')}</p>
                <p>{t('changed.body')}</p>
                <Button size="small" onClick={() => setBase(report)}>
                  {t('changed.act')}
                </Button>
              </div>
            )}
            <Editor key={base.version} report={base} onDirty={setDirty} />
          </div>
        )}
        <div className={mayEdit ? styles.side : undefined}>
          <Section title={t('paper')}>
            {report.state === 'draft' && <p className={styles.soft}>{t('paper.draft')}</p>}
            <Paper title={report.title} blocks={report.blocks} below={2} />
          </Section>
          {sha256 !== null && (
            <p className={styles.soft}>
              {t('hash')} <span className={styles.hash}>{sha256}</span>
              <br />
              {t('hash.body')}
            </p>
          )}
        </div>
      </div>
      {isPhone && acts}
    </Page>
  );
}

/** What is still to be verified, said once for the whole form. */
function Missing({ report: { missing } }: { report: Report }) {
  const t = useText();
  if (missing.length === 0) return <p className={styles.soft}>{t('missing.none')}</p>;
  const fields = missing.map((field) => t(`field.${field}`)).join(' · ');
  return <p className={styles.missing}>{t('missing.some', { count: missing.length, fields })}</p>;
}

interface ActsProps {
  readonly report: Report;
  /** Words that are not saved yet. */
  readonly dirty: boolean;
  readonly isPhone: boolean;
}

function Acts({ report, dirty, isPhone }: ActsProps) {
  const t = useText();
  const [asked, setAsked] = useState<AskedAct | null>(null);
  const give = useReportAct(report, () =>
    announce(t(report.state === 'sent' ? 'acknowledged' : 'resent')),
  );
  const may = (act: Report['allowed'][number]) => report.allowed.includes(act);
  const main = (
    <>
      {may('acknowledge') && (
        <Button
          type="primary"
          loading={give.isPending}
          onClick={() => give.mutate({ act: 'acknowledge' })}
        >
          {t('acknowledge')}
        </Button>
      )}
      {may('send') && (
        <Button
          type="primary"
          aria-haspopup="dialog"
          disabled={dirty || report.receiver === null}
          onClick={() => setAsked('send')}
        >
          {t('send')}
        </Button>
      )}
    </>
  );
  const others = (
    <>
      {may('return') && (
        <Button aria-haspopup="dialog" onClick={() => setAsked('return')}>
          {t('return')}
        </Button>
      )}
      {may('resend') && (
        <Button loading={give.isPending} onClick={() => give.mutate({ act: 'resend' })}>
          {t('resend')}
        </Button>
      )}
      <Button href={`/api/v1/upward-reports/${report.id}.docx`} download>
        {t('word')}
      </Button>
      {may('withdraw') && (
        <Button aria-haspopup="dialog" onClick={() => setAsked('withdraw')}>
          {t('withdraw')}
        </Button>
      )}
    </>
  );
  return (
    <>
      <ProblemAlert error={give.error} />
      {dirty && may('send') && <p className={styles.soft}>{t('send.dirty')}</p>}
      {isPhone ? (
        <>
          <div className={styles.below}>{others}</div>
          {(may('acknowledge') || may('send')) && <ActBar>{main}</ActBar>}
        </>
      ) : (
        <>
          {main}
          {others}
        </>
      )}
      {asked !== null && <ActDialog report={report} act={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
