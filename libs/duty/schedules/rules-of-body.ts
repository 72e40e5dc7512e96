import type { ScheduleRules } from '../core/index.js';
import type { LayerBody, ScheduleRulesBody } from './schedule.dto.js';

type Clean = (text: string) => string;

/** The rules as they are kept: names cleaned of what must not be stored, nothing else in them. */
export const rulesOf = (body: ScheduleRulesBody, clean: Clean): ScheduleRules => ({
  name: clean(body.name.trim()),
  timeZone: body.timeZone,
  swapNeedsApproval: body.swapNeedsApproval ?? false,
  positions: body.positions.map(({ position, layers }) => ({
    position: position,
    layers: layers.map((layer) => layerOf(layer, clean)),
  })),
});

const layerOf = (
  layer: LayerBody,
  clean: Clean,
): ScheduleRules['positions'][number]['layers'][number] => ({
  name: clean(layer.name.trim()),
  participants: [...layer.participants],
  shift: layer.shift,
  handoffAt: layer.handoffAt,
  startsOn: layer.startsOn,
  ...(layer.endsOn !== undefined && { endsOn: layer.endsOn }),
  ...(layer.weekdays !== undefined && { weekdays: [...layer.weekdays] }),
  ...(layer.holidays !== undefined && { holidays: layer.holidays }),
});

/** Everybody whom the layers name, each once, in the order in which they first appear. */
export const participantsOf = ({ positions }: Pick<ScheduleRules, 'positions'>): string[] => [
  ...new Set(positions.flatMap(({ layers }) => layers.flatMap(({ participants }) => participants))),
];
