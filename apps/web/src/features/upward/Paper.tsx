import type { ReportBlock } from '../../api/upward';
import styles from './paper.module.css';

interface PaperProps {
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
  /** Of the heading above it. */
  readonly below: 1 | 2;
}

/** The report as it reads on paper. It is Chinese, whatever language its reader has chosen. */
export function Paper({ title, blocks, below }: PaperProps) {
  const [Title, Chapter] = below === 1 ? (['h2', 'h3'] as const) : (['h3', 'h4'] as const);
  return (
    <article className={styles.paper} lang="zh-CN" aria-label={title}>
      <Title className={styles.title}>{title}</Title>
      {blocks.map((block, index) => (
        // Paragraphs have no other name than their place, and no state of their own.
        <Block key={index} block={block} heading={Chapter} />
      ))}
    </article>
  );
}

interface BlockProps {
  readonly block: ReportBlock;
  readonly heading: 'h3' | 'h4';
}

function Block({ block: { is, heading, text }, heading: Heading }: BlockProps) {
  if (is === 'heading1') return <Heading className={styles.heading1}>{text}</Heading>;
  return (
    <p className={styles[is]}>
      {heading !== null && <span className={styles.heading2}>{heading}</span>}
      <Marked text={text} />
    </p>
  );
}

const OPEN = '待核';

/** What is still to be verified stands out. */
function Marked({ text }: { text: string }) {
  const parts = text.split(OPEN);
  return parts.map((part, index) => (
    <span key={index}>
      {index > 0 && <mark className={styles.open}>{OPEN}</mark>}
      {part}
    </span>
  ));
}
