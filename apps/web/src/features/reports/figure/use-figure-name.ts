import { useCategories, useMeta } from '../../../api/meta';
import { useUnits } from '../../../api/people';
import { KINDS, SEVERITIES, VERDICTS, type Words } from '../../../api/types';
import { useCommon } from '../../../i18n/common';
import { useSay } from '../../../i18n/words';
import { membersOf, type Member } from './member';
import { useText } from './text';

const NONE = 'none';

/** A figure's name in the reader's words: "按时率：研判". */
export function useFigureName(): (key: string, words: Words) => string {
  const t = useText();
  const say = useSay();
  const nameOf = useMemberName();
  return (key, words) => {
    const member = membersOf(key).map(nameOf).join(' · ');
    const name = say(words);
    // The overview names its five as they are spoken of: "首次回应按时率".
    return member === '' || name.includes(member) ? name : t('of', { words: name, member });
  };
}

function useMemberName(): (member: Member) => string {
  const t = useText();
  const common = useCommon();
  const say = useSay();
  const categories = useCategories();
  const clocks = useMeta()?.clocks ?? [];
  const { data: units = [] } = useUnits();
  return ({ of, value }) => {
    switch (of) {
      case 'kind': {
        const kind = KINDS.find((known) => known === value);
        return kind ? common(`kind.${kind}`) : value;
      }
      case 'severity': {
        const severity = SEVERITIES.find((known) => known === value);
        return severity ? common(`severity.${severity}`) : value;
      }
      case 'verdict': {
        const verdict = VERDICTS.find((known) => known === value);
        return verdict ? common(`verdict.${verdict}`) : value;
      }
      case 'category': {
        const category = categories.find(({ code }) => code === value);
        return category ? say(category) : value === NONE ? t('other') : value;
      }
      case 'clock': {
        const clock = clocks.find(({ name }) => name === value);
        return clock ? say(clock.title) : value;
      }
      case 'unit':
        return value === NONE
          ? t('no.unit')
          : (units.find(({ id }) => id === value)?.name ?? value);
      case 'place':
        return value === NONE ? t('no.place') : value;
      case 'week':
        return value;
    }
  };
}
