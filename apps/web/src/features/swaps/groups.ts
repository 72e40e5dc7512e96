import type { Swap, SwapAct } from '../../api/swaps';

export interface SwapGroups {
  /** Others' shifts that I may take. */
  readonly forMe: readonly Swap[];
  /** Wait for my confirmation as a leader. */
  readonly confirm: readonly Swap[];
  /** Offered or taken by me, still under way. */
  readonly mine: readonly Swap[];
  readonly others: readonly Swap[];
  readonly over: readonly Swap[];
}

const UNDER_WAY: ReadonlySet<string> = new Set(['offered', 'taken']);

/** Each swap once, where its reader looks for it first. */
export function groupSwaps(swaps: readonly Swap[], userId: string): SwapGroups {
  const groupOf = (swap: Swap): keyof SwapGroups => {
    const may = (act: SwapAct) => swap.allowed.includes(act);
    if (!UNDER_WAY.has(swap.state)) return 'over';
    if (may('approve')) return 'confirm';
    if (may('accept')) return 'forMe';
    const isMine = swap.offeredBy.id === userId || swap.takenBy?.id === userId;
    return isMine ? 'mine' : 'others';
  };
  const sorted = swaps.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from));
  const of = (name: keyof SwapGroups) => sorted.filter((swap) => groupOf(swap) === name);
  return {
    forMe: of('forMe'),
    confirm: of('confirm'),
    mine: of('mine'),
    others: of('others'),
    over: of('over').toReversed(),
  };
}
