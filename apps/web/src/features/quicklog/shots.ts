/** What the server takes as pictures, and how large (libs/incidents/attachments). */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
};
const MOST_BYTES = 20 * 1024 * 1024;
const MOST = 10;

export const SHOT_TYPES = Object.keys(ENDINGS).join(',');

/** A picture that waits to be attached. */
export interface Shot {
  readonly id: string;
  readonly file: File;
}

export type Unfit = 'type' | 'size' | 'many';

export interface Picked {
  readonly shots: readonly Shot[];
  /** Why some were left out. */
  readonly unfit: readonly Unfit[];
}

/** Adds pictures to those that wait. All clipboards call theirs `image.png`, so each is named by its number. */
export function withFiles(
  shots: readonly Shot[],
  files: readonly File[],
  nameOf: (number: number) => string,
  newId: () => string,
): Picked {
  const fit = files.filter((file) => whyUnfit(file) === null);
  const taken = fit.slice(0, MOST - shots.length);
  const last = Math.max(0, ...shots.map(({ id }) => Number(id.split('-')[0])));
  const added = taken.map((file, index) => {
    const number = last + index + 1;
    const name = `${nameOf(number)}.${ENDINGS[file.type] ?? ''}`;
    return {
      id: `${String(number)}-${newId()}`,
      file: new File([file], name, { type: file.type }),
    };
  });
  const reasons = files.map(whyUnfit).filter((reason) => reason !== null);
  return {
    shots: [...shots, ...added],
    unfit: [
      ...new Set<Unfit>([...reasons, ...(fit.length > taken.length ? (['many'] as const) : [])]),
    ],
  };
}

function whyUnfit({ type, size }: File): 'type' | 'size' | null {
  if (ENDINGS[type] === undefined) return 'type';
  return size > MOST_BYTES ? 'size' : null;
}
