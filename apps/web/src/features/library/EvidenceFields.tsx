import Button from 'antd/es/button';
import Input from 'antd/es/input';
import type { ErrorsOf } from '../../lib/use-form-errors';
import { Field } from '../../ui/Field';
import type { Entry } from './entry';
import { useText } from './text';
import styles from './library.module.css';

/** The server's limit. */
const MOST = 20;

interface EvidenceProps {
  readonly entry: Entry;
  readonly change: (change: Partial<Entry>) => void;
  readonly errorsOf: ErrorsOf;
}

/** What the answer rests on: at least one, each with a link where there is one. */
export function EvidenceFields({ entry: { evidence }, change, errorsOf }: EvidenceProps) {
  const t = useText();
  const set = (index: number, given: Partial<Entry['evidence'][number]>) =>
    change({ evidence: evidence.map((one, at) => (at === index ? { ...one, ...given } : one)) });
  return (
    <>
      {evidence.map(({ text, url }, index) => {
        const number = index + 1;
        return (
          <div key={index} className={styles.item}>
            <Field
              label={t('form.evidence', { number })}
              hint={index === 0 ? t('form.evidence.hint') : undefined}
              errors={errorsOf(`evidence.${String(index)}.text`)}
            >
              {(control) => (
                <Input
                  {...control}
                  autoComplete="off"
                  maxLength={2000}
                  value={text}
                  onChange={({ target }) => set(index, { text: target.value })}
                />
              )}
            </Field>
            <Field
              label={t('form.evidence.url', { number })}
              optional
              errors={errorsOf(`evidence.${String(index)}.url`)}
            >
              {(control) => (
                <Input
                  {...control}
                  type="url"
                  inputMode="url"
                  autoComplete="off"
                  maxLength={2000}
                  value={url}
                  onChange={({ target }) => set(index, { url: target.value })}
                />
              )}
            </Field>
            {evidence.length > 1 && (
              <Button
                onClick={() => change({ evidence: evidence.filter((_, at) => at !== index) })}
              >
                {t('form.evidence.remove', { number })}
              </Button>
            )}
          </div>
        );
      })}
      {evidence.length < MOST && (
        <p className={styles.add}>
          <Button onClick={() => change({ evidence: [...evidence, { text: '', url: '' }] })}>
            {t('form.evidence.add')}
          </Button>
        </p>
      )}
    </>
  );
}
