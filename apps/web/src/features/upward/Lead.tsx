import { useMe } from '../../api/session';
import type { Report } from '../../api/upward';
import { may } from '../../api/types';
import { useWhen } from '../../time/use-when';
import { useText } from './text';
import styles from './upward.module.css';

/** The one sentence that says where the report stands, and who is next. */
export function Lead({ report }: { report: Report }) {
  const t = useText();
  const me = useMe();
  const when = useWhen();
  const { state, sentAt, answeredAt, allowed } = report;
  const receiver = report.receiver?.name ?? '';
  switch (state) {
    case 'draft':
      return t(may(me, 'upward.send') ? 'lead.draft.leader' : 'lead.draft');
    case 'sent':
      return allowed.includes('acknowledge')
        ? t('lead.sent.mine', { sender: report.sender })
        : t('lead.sent', { receiver, at: sentAt === null ? '' : when.at(sentAt) });
    case 'acknowledged':
    case 'returned':
      return t(`lead.${state}`, { receiver, at: answeredAt === null ? '' : when.at(answeredAt) });
    case 'withdrawn':
      return t('lead.withdrawn');
  }
}

/** What became of the e-mail, while anybody waits for it. */
export function MailState({ report: { mail, state } }: { report: Report }) {
  const t = useText();
  if (mail === null || state !== 'sent') return null;
  const isRetried = mail.state === 'queued' && mail.reason !== null;
  return (
    <p className={mail.state === 'delivered' ? styles.soft : styles.missing} role="status">
      {t(isRetried ? 'mail.again' : `mail.${mail.state}`, { reason: mail.reason ?? '' })}
    </p>
  );
}
