import { useEffect, useState } from 'react';
import { searchIncidents } from '../../../api/incidents';
import { Combobox, type Option } from '../../../ui/Combobox';
import type { ControlProps } from '../../../ui/Field';
import { useText } from './text';

interface IncidentPickerProps {
  readonly control: ControlProps;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** An incident is never merged into, or linked with, itself. */
  readonly except: string;
}

/** Long enough for a syllable, short enough not to be felt. */
const PAUSE = 200;

/** Another open incident, found by number or by its words. */
export function IncidentPicker({ control, value, onChange, except }: IncidentPickerProps) {
  const t = useText();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Option[]>([]);
  const [picked, setPicked] = useState<Option | null>(null);

  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(() => {
      searchIncidents(text.trim(), asking.signal)
        .then(({ items }) => {
          if (asking.signal.aborted) return;
          setFound(
            items
              .filter(({ id }) => id !== except)
              .map(({ id, title, number }) => ({ value: id, label: title, detail: number })),
          );
        })
        .catch(() => undefined);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [text, except]);

  // A draft brings an id alone; its words are among what is found, or the number stands for it.
  const shown =
    value === ''
      ? null
      : picked?.value === value
        ? picked
        : (found.find((one) => one.value === value) ?? { value, label: value });
  return (
    <Combobox
      {...control}
      picked={shown}
      options={found}
      text={text}
      onText={setText}
      onPick={(option) => {
        setPicked(option);
        onChange(option?.value ?? '');
      }}
      placeholder={t('pick.incident')}
      nothing={t('pick.noIncident')}
      clearLabel={t('pick.clear')}
    />
  );
}
