import Button from 'antd/es/button';
import { useState } from 'react';
import type { ReleasePage } from '../../../api/release-types';
import { Section } from '../../../ui/Section';
import { useText } from '../text';
import { AskDialog, wordOf, type Asked } from './AskDialog';
import styles from './page.module.css';

export type Formed = 'revise' | 'correct' | 'publish';
const FORMED: readonly Formed[] = ['publish', 'revise', 'correct'];
const ASKED: readonly Asked[] = [
  'submit',
  'file',
  'schedule',
  'withdraw',
  'ask-withdrawal',
  'discard',
];

/** What carries it on, by where it stands. */
const PRIMARY: Readonly<Partial<Record<ReleasePage['state'], string>>> = {
  draft: 'submit',
  approved: 'publish',
};

/** The commands that would be accepted now, as far as can be known before the form is filled in. */
export const possible = ({ allowed }: ReleasePage): ReadonlySet<string> =>
  new Set(allowed.filter(({ needs }) => needs.length === 0).map(({ command }) => command));

/** What is still missing for the act that comes next. */
const missingFor = ({ allowed }: ReleasePage, command: string | undefined): readonly string[] =>
  allowed.find((one) => one.command === command)?.needs.map(({ message }) => message) ?? [];

interface NextActsProps {
  readonly release: ReleasePage;
  readonly onOpen: (form: Formed) => void;
}

export function NextActs({ release, onOpen }: NextActsProps) {
  const t = useText();
  const [asking, setAsking] = useState<Asked | null>(null);
  const can = possible(release);
  const primary = PRIMARY[release.state];
  const missing = missingFor(release, primary);
  // Whoever changes a text does not review it any more: who is asked to review is not led there.
  const forms = FORMED.filter(
    (form) => can.has(form) && !(form === 'revise' && can.has('approve')),
  );
  const asks = ASKED.filter((act) => can.has(act)).filter(
    // Who may decide need not ask; the time is of interest once there is something to publish.
    (act) =>
      (act !== 'ask-withdrawal' || !can.has('withdraw')) &&
      (act !== 'schedule' || release.state === 'approved'),
  );
  if (forms.length + asks.length + missing.length === 0) return null;
  const buttons = [
    ...forms.map((form) => ({ act: form, word: t(`act.${form}`), open: () => onOpen(form) })),
    ...asks.map((act) => ({ act, word: t(wordOf(act, release)), open: () => setAsking(act) })),
  ].toSorted((a, b) => Number(b.act === primary) - Number(a.act === primary));
  return (
    <Section title={t('acts')}>
      {missing.map((message) => (
        <p key={message} className={styles.soft}>
          {message}
        </p>
      ))}
      <div className={styles.acts}>
        {buttons.map(({ act, word, open }) => (
          <Button key={act} type={act === primary ? 'primary' : 'default'} onClick={open}>
            {word}
          </Button>
        ))}
      </div>
      {asking && <AskDialog release={release} act={asking} onClose={() => setAsking(null)} />}
    </Section>
  );
}
