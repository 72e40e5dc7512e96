import Button from 'antd/es/button';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { usePreview, type ChosenFile, type Mapping, type Preview } from '../../api/imports';
import { useSourceNames } from '../../api/source-names';
import { useFormErrors } from '../../lib/use-form-errors';
import { useSettings } from '../../settings/settings';
import { FileDrop } from '../../ui/FileDrop';
import { FormActs } from '../../ui/FormActs';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Skeleton } from '../../ui/Skeleton';
import { bytesWords } from '../engine/amounts';
import { ColumnFields } from './ColumnFields';
import { mappingOf, mappingToSend, whatIsMissing } from './mapping';
import { Notes } from './Notes';
import { PreviewTable } from './PreviewTable';
import { SendProgress } from './SendProgress';
import { SourceField, nameOf, type SourceChoice } from './SourceField';
import { useText } from './text';
import { useSend } from './use-send';
import styles from './imports.module.css';

const ENDINGS = '.csv,.tsv,.txt,.xlsx,.xlsm,.ndjson,.jsonl,.json';
const FIELDS = ['source'];
const NOTHING: Mapping = {};

/** A file, where it is from, and which of its columns is what; then a trial, or the import itself. */
export function ImportForm() {
  const t = useText();
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [isSeveral, setSeveral] = useState(false);
  const [choice, setChoice] = useState<SourceChoice>({
    known: search.get('source') ?? '',
    name: '',
  });
  const [changed, setChanged] = useState(NOTHING);
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const names = useSourceNames();
  const known = names.data?.find((name) => name === choice.known) ?? null;
  const preview = usePreview(chosen, known);
  const sending = useSend();
  const form = useRef<HTMLFormElement>(null);
  const errorsOf = useFormErrors(form, FIELDS, sending.error, missing);

  const choose = (files: readonly File[]) => {
    const [file] = files;
    setSeveral(files.length > 1);
    if (file === undefined || files.length > 1) return;
    setChosen((before) => ({ file, number: (before?.number ?? 0) + 1 }));
    setChanged(NOTHING);
    setMissing({});
  };
  const send = (dryRun: boolean) => {
    const found = preview.data;
    if (chosen === null || !found) return;
    const source = nameOf(choice, names.data ?? []);
    const gaps = whatIsMissing(mappingOf(found.mapping, changed));
    const lacks = {
      ...(source === '' ? { source: t('missing.source') } : {}),
      ...Object.fromEntries(
        gaps.map((field) => [field, t(`missing.${field === 'text' ? 'text' : 'seenAt'}`)]),
      ),
    };
    setMissing(lacks);
    if (Object.keys(lacks).length > 0) return;
    sending.send({
      ...{ file: chosen.file, source, dryRun },
      mapping: mappingToSend(found.mapping, changed),
    });
  };

  return (
    <form
      ref={form}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send(true);
      }}
    >
      <ProblemAlert error={sending.error} fields={FIELDS} />
      <FileDrop
        label={t(chosen === null ? 'file.choose' : 'file.other')}
        hint={t('file.hint')}
        dropHint={t('file.drop')}
        accept={ENDINGS}
        primary={chosen === null}
        onFiles={choose}
      >
        {chosen && <Chosen file={chosen.file} preview={preview.data ?? null} />}
      </FileDrop>
      {(isSeveral || sending.isChanged) && (
        <p role="alert" className={styles.wrong}>
          {t(isSeveral ? 'file.one' : 'file.changed')}
        </p>
      )}
      {preview.error !== null && <ProblemAlert error={preview.error} />}
      {chosen && preview.isFetching && !preview.data && (
        <div role="status">
          <span className="mb-said">{t('looking')}</span>
          <Skeleton rows={4} />
        </div>
      )}
      {chosen && preview.data && (
        <>
          <Notes notes={preview.data.notes} />
          <SourceField
            choice={choice}
            names={names.data ?? []}
            errors={errorsOf('source')}
            onChange={setChoice}
          />
          <ColumnFields
            columns={preview.data.columns}
            mapping={mappingOf(preview.data.mapping, changed)}
            errorsOf={errorsOf}
            onChange={(field, column) => setChanged((before) => ({ ...before, [field]: column }))}
          />
          <PreviewTable preview={preview.data} mapping={mappingOf(preview.data.mapping, changed)} />
          {sending.share !== null && (
            <SendProgress share={sending.share} onCancel={sending.cancel} />
          )}
          <FormActs>
            <Button type="primary" size="large" htmlType="submit" loading={sending.share !== null}>
              {t('try')}
            </Button>
            <Button size="large" disabled={sending.share !== null} onClick={() => send(false)}>
              {t('import')}
            </Button>
          </FormActs>
        </>
      )}
    </form>
  );
}

function Chosen({ file, preview }: { readonly file: File; readonly preview: Preview | null }) {
  const t = useText();
  const { language } = useSettings();
  const size = bytesWords(file.size, language);
  return (
    <p className={styles.chosen}>
      <strong>{file.name}</strong>{' '}
      <span className={styles.soft}>
        {preview
          ? t('file.is', {
              format: preview.format.toUpperCase(),
              encoding: preview.encoding.toUpperCase(),
              size,
            })
          : size}
      </span>
    </p>
  );
}
