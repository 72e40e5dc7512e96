import type { Swap, SwapAct } from '../../api/swaps';
import { useCommon } from '../../i18n/common';
import { useWhen } from '../../time/use-when';
import { useText } from './text';

/** What an act on a swap comes to, in words, before it is done. */
export function useEffectWords({
  from,
  to,
  position,
  inReturn,
  needsApproval,
  offeredBy,
  takenBy,
}: Swap): (act: SwapAct) => readonly string[] {
  const t = useText();
  const common = useCommon();
  const when = useWhen();
  const values = {
    span: when.span(from, to),
    position: common(`position.${position}`),
    from: offeredBy.name,
    taker: takenBy?.name ?? '',
  };
  const exchange = inReturn
    ? [t('effect.return', { span: when.span(inReturn.from, inReturn.to), from: offeredBy.name })]
    : [];
  return (act) => {
    switch (act) {
      case 'accept':
        return [
          t(needsApproval ? 'effect.accept.later' : 'effect.accept.now', values),
          ...exchange,
        ];
      case 'approve':
        return [t('effect.approve', values), ...exchange];
      case 'release':
      case 'decline':
      case 'withdraw':
        return [t(`effect.${act}`, values)];
    }
  };
}
