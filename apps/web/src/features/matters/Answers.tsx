import type { PreparedAnswer } from '../../api/matters';
import { useText } from './text';
import styles from './matters.module.css';

/** Expected questions, each with what will be answered. */
export function Answers({ questions }: { questions: readonly PreparedAnswer[] }) {
  const t = useText();
  if (questions.length === 0) return <p className={styles.soft}>{t('questions.none')}</p>;
  return (
    <dl className={styles.answers}>
      {questions.map(({ question, answer }) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
