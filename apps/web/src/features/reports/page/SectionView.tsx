import Button from 'antd/es/button';
import { useEffect, useId, useRef, useState } from 'react';
import type { Report, ReportSection } from '../../../api/report-types';
import { LANGUAGE_TAG } from '../../../settings/language-tag';
import { useDraft } from '../../../lib/use-draft';
import { Tag } from '../../../ui/Tag';
import { Chart } from '../../charts/Chart';
import { Margin } from '../margin/Margin';
import { headingOf } from './heading';
import { Prose } from './Prose';
import { SectionEditor } from './SectionEditor';
import { Table } from './Table';
import { useText } from './text';
import styles from './document.module.css';

interface SectionViewProps {
  readonly report: Report;
  readonly section: ReportSection;
  readonly mayEdit: boolean;
  readonly onDirty: (key: string, dirty: boolean) => void;
}

/** One numbered section: its text, its pictures and tables, and beside it what was written in the margin. */
export function SectionView({ report, section, mayEdit, onDirty }: SectionViewProps) {
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  const { key, charts, tables } = section;
  return (
    <section id={`section-${key}`} className={styles.section} aria-labelledby={id}>
      <div ref={body} className={styles.body}>
        <Heading id={id} report={report} section={section} />
        {/* A text that somebody else has saved is another text: what was typed over the old one says so. */}
        <Text
          key={section.text}
          report={report}
          section={section}
          mayEdit={mayEdit}
          onDirty={onDirty}
        />
        {charts.map((chart) => (
          <Chart key={chart.key} chart={chart} lang={LANGUAGE_TAG[report.language]} />
        ))}
        {tables.map((table) => (
          <Table key={table.key} table={table} lang={LANGUAGE_TAG[report.language]} />
        ))}
      </div>
      <Margin
        report={report}
        sectionKey={key}
        name={headingOf(section, report.language)}
        body={body}
      />
    </section>
  );
}

interface HeadingProps {
  readonly id: string;
  readonly report: Report;
  readonly section: ReportSection;
}

function Heading({ id, report, section }: HeadingProps) {
  const t = useText();
  const wasCorrected = report.correction?.changed.includes(section.key) ?? false;
  return (
    <div className={styles.heading}>
      <h2 id={id} lang={LANGUAGE_TAG[report.language]}>
        {headingOf(section, report.language)}
      </h2>
      {wasCorrected && <Tag tone="live">{t('section.changed')}</Tag>}
      {section.edited && <Tag>{t('section.edited')}</Tag>}
    </div>
  );
}

function Text({ report, section, mayEdit, onDirty }: SectionViewProps) {
  const t = useText();
  const [editing, setEditing] = useState(false);
  const draft = useDraft(`report.${report.id}.${section.key}`, {
    text: section.text,
    base: section.text,
  });
  const dirty = mayEdit && draft.value.text !== section.text;
  useEffect(() => onDirty(section.key, dirty), [onDirty, section.key, dirty]);
  if (mayEdit && (editing || dirty))
    return (
      <SectionEditor
        report={report}
        section={section}
        draft={draft}
        onClose={() => setEditing(false)}
      />
    );
  return (
    <div lang={LANGUAGE_TAG[report.language]}>
      <Prose paragraphs={section.paragraphs} />
      {mayEdit && (
        <Button
          type="text"
          className={styles.edit ?? ''}
          aria-label={t('edit.of', { title: section.title })}
          onClick={() => setEditing(true)}
        >
          {t('edit')}
        </Button>
      )}
    </div>
  );
}
