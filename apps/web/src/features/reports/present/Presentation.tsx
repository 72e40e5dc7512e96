import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Paragraph, Report, ReportSection } from '../../../api/report-types';
import { LANGUAGE_TAG } from '../../../settings/language-tag';
import { Icon } from '../../../ui/Icon';
import { Chart } from '../../charts/Chart';
import { headingOf } from '../page/heading';
import { Table } from '../page/Table';
import { useText } from './text';
import styles from './present.module.css';

interface PresentationProps {
  readonly report: Report;
  readonly onClose: () => void;
}

/** Each key that remotes and keyboards turn pages with, and by how many. */
const TURNS: Readonly<Record<string, number>> = {
  ...{ ArrowRight: 1, PageDown: 1, ' ': 1, Enter: 1, ArrowLeft: -1, PageUp: -1, Backspace: -1 },
  ...{ Home: -Infinity, End: Infinity },
};

/** One section to a screen, in type that is read from the back of the room. */
export default function Presentation({ report, onClose }: PresentationProps) {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const last = report.sections.length;
  const section = report.sections[at - 1];

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  useFullScreen(stage, onClose);

  const turn = (by: number) => setAt((now) => Math.min(last, Math.max(0, now + by)));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = TURNS[event.key];
    if (by === undefined || isOnButton(event)) return;
    event.preventDefault();
    turn(by);
  };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={t('label', { title: report.title })}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {/* A dialog itself cannot have the whole screen; what is in it can. */}
      <div ref={stage} className={styles.stage}>
        <div
          key={at}
          className={styles.slide}
          lang={LANGUAGE_TAG[report.language]}
          tabIndex={0}
          ref={(element) => element?.focus({ preventScroll: true })}
        >
          {section ? (
            <Slide section={section} language={report.language} />
          ) : (
            <Cover report={report} />
          )}
        </div>
        <div className={styles.bar}>
          <button type="button" disabled={at === 0} onClick={() => turn(-1)}>
            <span className={styles.back}>
              <Icon name="chevron" />
            </span>
            <span className="mb-said">{t('previous')}</span>
          </button>
          <span role="status" className="mb-number">
            {t('place', { at: at + 1, of: last + 1 })}
          </span>
          <button type="button" disabled={at === last} onClick={() => turn(1)}>
            <Icon name="chevron" />
            <span className="mb-said">{t('next')}</span>
          </button>
          <span className={styles.hint}>{t('hint')}</span>
          <button type="button" className={styles.close} onClick={onClose}>
            {t('close')}
          </button>
        </div>
      </div>
    </dialog>
  );
}

/** Space and Enter press a button that has the focus. */
const isOnButton = ({ key, target }: KeyboardEvent): boolean =>
  (key === ' ' || key === 'Enter') && target instanceof HTMLButtonElement;

/** The whole screen where the browser gives it; leaving it, by Esc too, ends the presentation. */
function useFullScreen(stage: { readonly current: HTMLElement | null }, onClose: () => void): void {
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    let wasFull = false;
    const onChange = () => {
      if (document.fullscreenElement) wasFull = true;
      else if (wasFull) latest.current();
    };
    document.addEventListener('fullscreenchange', onChange);
    // Some phones have no full screen for a page; there it fills the window.
    if (document.fullscreenEnabled) void stage.current?.requestFullscreen().catch(() => undefined);
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    };
  }, [stage]);
}

function Cover({ report: { title, subtitle } }: { report: Report }) {
  return (
    <div className={styles.cover}>
      <h2>{title}</h2>
      {subtitle !== '' && <p>{subtitle}</p>}
    </div>
  );
}

const wordsOf = (paragraph: Paragraph): string =>
  paragraph.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

interface SlideProps {
  readonly section: ReportSection;
  readonly language: Report['language'];
}

/** What is drawn need not be listed as well: whoever wants the table has the document. */
function Slide({ section, language }: SlideProps) {
  const { paragraphs, charts, tables } = section;
  const listed = charts.length > 0 ? [] : tables;
  const isWide = paragraphs.length > 0 && charts.length + listed.length > 0;
  return (
    <>
      <h2 className={styles.title}>{headingOf(section, language)}</h2>
      <div className={styles.content} data-two={isWide}>
        {paragraphs.length > 0 && (
          <div className={styles.text}>
            {paragraphs.map((paragraph, index) => (
              <p key={index}>{wordsOf(paragraph)}</p>
            ))}
          </div>
        )}
        {charts.length > 0 && (
          <div className={styles.pictures}>
            {charts.map((chart) => (
              <div key={chart.key} className={styles.picture} style={{ flexGrow: chart.height }}>
                <Chart chart={chart} large />
              </div>
            ))}
          </div>
        )}
        {listed.map((table) => (
          <div key={table.key} className={styles.listed}>
            <Table table={plainly(table)} />
          </div>
        ))}
      </div>
    </>
  );
}

/** On the wall nothing is pressed, so numbers are numbers. */
const plainly = (table: ReportSection['tables'][number]) => ({
  ...table,
  rows: table.rows.map((cells) => cells.map((cell) => wordsOf([cell]))),
});
