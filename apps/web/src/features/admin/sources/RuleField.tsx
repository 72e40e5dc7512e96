import Input from 'antd/es/input';
import { useMemo } from 'react';
import { useTriedRule, type Mark, type RuleProblem } from '../../../api/sources';
import type { Words } from '../../../api/types';
import { useDraft } from '../../../lib/use-draft';
import { useRested } from '../../../lib/use-rested';
import { useSettings } from '../../../settings/settings';
import { Field } from '../../../ui/Field';
import { useText } from '../text';
import { piecesOf, samplesIn } from './marked';
import styles from './sources.module.css';

/** Long enough not to ask for each key, short enough to feel at once. */
const REST = 250;

interface RuleFieldProps {
  readonly value: string;
  readonly errors: readonly (string | Words)[];
  readonly onChange: (rule: string) => void;
}

/** A keyword rule, and what it does with texts that one knows, while it is typed. */
export function RuleField({ value, errors, onChange }: RuleFieldProps) {
  const t = useText();
  const samples = useDraft('rule-samples', { lines: '' });
  const { lines } = samples.value;
  const rested = useRested(
    useMemo(() => JSON.stringify({ rule: value, lines }), [value, lines]),
    REST,
  );
  const tried = useMemo(() => JSON.parse(rested) as { rule: string; lines: string }, [rested]);
  const texts = useMemo(() => samplesIn(tried.lines), [tried]);
  const { data } = useTriedRule(tried.rule, texts);
  const problems = data?.problems ?? [];
  return (
    <>
      <Field
        label={t('rule.label')}
        hint={t('rule.hint')}
        optional
        errors={errors.length > 0 ? errors : problems.map((problem) => told(problem))}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 8 }}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={2000}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </Field>
      <Field label={t('rule.samples')} hint={t('rule.samples.hint')} optional>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={lines}
            onChange={({ target }) => samples.change({ lines: target.value })}
          />
        )}
      </Field>
      {data && problems.length === 0 && texts.length > 0 && (
        <Results texts={texts} results={data.samples} />
      )}
    </>
  );
  function told({ from, zh, en }: RuleProblem): Words {
    const at = from + 1;
    return {
      zh: t('rule.at', { at, words: zh, lng: 'zh' }),
      en: t('rule.at', { at, words: en, lng: 'en' }),
    };
  }
}

interface ResultsProps {
  readonly texts: readonly string[];
  readonly results: readonly { readonly passes: boolean; readonly marks: readonly Mark[] }[];
}

function Results({ texts, results }: ResultsProps) {
  const t = useText();
  const { language } = useSettings();
  const count = results.filter(({ passes }) => passes).length;
  return (
    <div className={styles.results}>
      <p className={styles.sum} role="status">
        {t('rule.sum', { count, all: results.length })}
      </p>
      <ul aria-label={t('rule.results')} lang={language}>
        {texts.slice(0, results.length).map((text, index) => {
          const result = results[index];
          return (
            <li key={`${String(index)} ${text}`} data-passes={result?.passes}>
              <span className={styles.verdict}>
                {t(result?.passes ? 'rule.passes' : 'rule.leaves')}
              </span>
              <span className={styles.sample}>
                {piecesOf(text, result?.marks ?? []).map((piece, at) =>
                  piece.mark ? (
                    <mark key={at} data-against={piece.mark.against}>
                      {piece.text}
                    </mark>
                  ) : (
                    piece.text
                  ),
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
