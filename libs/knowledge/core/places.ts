import { NAMED_PLACES } from './gazetteer.js';
import type { Level, NamedPlace } from './gazetteer.js';

export interface Place {
  readonly name: string;
  readonly level: Level;
  readonly within: string | null;
}

const BY_NAME: ReadonlyMap<string, NamedPlace> = new Map(
  NAMED_PLACES.map((place) => [place.name, place]),
);
/** Longer names first, so that 黔东南 is not read as something shorter. */
const NAMED = new RegExp(
  [...BY_NAME.keys()].sort((a, b) => b.length - a.length).join('|') || '(?!)',
  'gu',
);
const MAKES_IT_A_PLACE = /^(?:市|州|盟|地区)/u;
/**
 * Smaller places, by what their names end in. Of the name itself the last two characters are enough: where it begins
 * cannot be told without a dictionary, and two sentences may lead to it by different words.
 */
const DISTRICT = /\p{Script=Han}{2}(?:县|区|镇|村|市|街道|旗)/gu;
/** What ends alike and names no place: 小区, 城镇, 超市, 全县, 这个村. */
const NO_NAME =
  /(?:[地社小校园景疫灾山市城郊县辖片老特库禁盲误战务宅厂院闽海商矿林牧时险分展专街]区|[城乡集市全各村]镇|[农乡山全本各个新进]村|[城超股楼上都夜菜县门集各房车全我本该两省入跨出]市|[全我本该各州邻某个郡]县|[全]街道|[红国党锦军战升挂]旗)$/u;

/** Where a text says that it happens, as far as names tell. */
export function placesOf(text: string): Place[] {
  const found = new Map<string, Place>();
  for (const { 0: name, index } of text.matchAll(NAMED)) {
    const place = BY_NAME.get(name);
    if (place === undefined) continue;
    const rest = text.slice(index + name.length);
    if (place.ambiguous && !MAKES_IT_A_PLACE.test(rest)) continue;
    found.set(name, { name, level: place.level, within: place.within });
  }
  for (const [name] of text.matchAll(DISTRICT)) {
    if (NO_NAME.test(name) || BY_NAME.has(name.slice(0, -1))) continue;
    found.set(name, { name, level: 'district', within: null });
  }
  return [...found.values()];
}

/** The most specific first. */
const LEVELS: readonly Level[] = ['district', 'city', 'province', 'country'];

/**
 * Whether two texts speak of different places: the most specific level on which both name one decides. On different
 * levels, a province goes with its cities, and with a district that could be anywhere in it.
 */
export function differInPlace(one: readonly Place[], other: readonly Place[]): boolean {
  if (one.length === 0 || other.length === 0) return false;
  const at = (places: readonly Place[], level: Level): string[] =>
    places.filter((place) => place.level === level).map(({ name }) => name);
  // Whoever names the same foreign country speaks of what happens there, wherever they speak from.
  if (meet(at(one, 'country'), at(other, 'country'))) return false;
  for (const level of LEVELS) {
    const [here, there] = [at(one, level), at(other, level)];
    if (here.length > 0 && there.length > 0) return !meet(here, there);
  }
  return !one.some((a) => other.some((b) => goTogether(a, b) || goTogether(b, a)));
}

/** 城东 and 城东街道 are one place; of names from lists each is its own. */
const meet = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((a) => other.some((b) => a === b || a.includes(b) || b.includes(a)));

const goTogether = (larger: Place, smaller: Place): boolean =>
  larger.level === 'province' && (smaller.within === larger.name || smaller.level === 'district');
