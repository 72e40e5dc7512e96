import type { Swap, SwapAct } from '../../api/swaps';

/** Declining is one act with two meanings: a person does not take it, a leader does not confirm it. */
export function wordOf(act: SwapAct, { state }: Pick<Swap, 'state'>): SwapAct | 'refuse' {
  return act === 'decline' && state === 'offered' ? 'refuse' : act;
}
