import { Injectable } from '@nestjs/common';
import { Clock, Database, Nudges, addToStream, invalid, isStorableText } from '#platform';
import type { Tx } from '#platform';
import { FIELDS } from '../core/index.js';
import type { ColumnMapping, Field } from '../core/index.js';
import { Redactor } from '../redactor.js';
import { sourcesNamed } from '../sources/source.repository.js';
import type { ImportForm } from './import.dto.js';
import { insertImport, newImportId } from './import.repository.js';
import { WaitingFiles } from './waiting-files.js';

/** What multer gives for one file kept on disk. */
export interface Upload {
  readonly originalname: string;
  readonly path: string;
  readonly size: number;
}

/** Takes a file over, to be read by a worker. */
@Injectable()
export class AcceptFile {
  constructor(
    private readonly database: Database,
    private readonly files: WaitingFiles,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** Answers the id of the import. */
  async run(userId: string, form: ImportForm, file: Upload | undefined): Promise<string> {
    const given = presentFile(file);
    const mapping = readMapping(form.mapping ?? {});
    const id = newImportId();
    const now = this.clock.now();
    const name = this.redactor.clean(form.source);
    await this.files.take(given.path, id);
    await this.database.transaction(async (tx) => {
      const sourceId = await sourceInUse(tx, name, now);
      const order = { sourceId, bytes: given.size, mapping, startedBy: userId };
      const fileName = this.nameOf(given.originalname);
      await insertImport(tx, { id, ...order, fileName, dryRun: form.dryRun ?? false }, now);
      await noteChanged(tx, id, now);
    });
    this.nudges.send('imports', 'stream');
    return id;
  }

  /** multer gives names as Latin-1; browsers send UTF-8. */
  private nameOf(original: string): string {
    const name = Buffer.from(original, 'latin1').toString('utf8').slice(0, 200);
    return isStorableText(name) ? this.redactor.clean(name) : '';
  }
}

/** Tells open pages. */
export const noteChanged = (tx: Tx, id: string, now: number): Promise<unknown> =>
  addToStream(tx, [{ type: 'import.changed', userId: null, data: { id } }], now);

/** The file, if there is one with something in it. */
export function presentFile(file: Upload | undefined): Upload {
  if (file !== undefined && file.size > 0) return file;
  throw invalid([
    {
      path: 'file',
      message: {
        zh: '请选择一个不是空的文件',
        en: 'Send one file that is not empty, as the field "file".',
      },
    },
  ]);
}

async function sourceInUse(tx: Tx, name: string, now: number): Promise<string> {
  const source = (await sourcesNamed(tx, [name], 'csv', now)).get(name);
  if (source === undefined) throw new Error('the source was not made');
  if (source.active) return source.id;
  throw invalid([
    {
      path: 'source',
      message: { zh: '这个监测源已停用', en: 'is a source that is not in use' },
    },
  ]);
}

function readMapping(given: Readonly<Record<string, unknown>>): ColumnMapping {
  const mapping: Partial<Record<Field, string>> = {};
  for (const [name, column] of Object.entries(given)) {
    const field = FIELDS.find((known) => known === name);
    if (field === undefined || typeof column !== 'string' || !isColumn(column))
      throw invalid([
        {
          path: 'mapping',
          message: {
            zh: `应为 JSON，键为 ${FIELDS.join('、')}，值为列名`,
            en: `must be JSON with the names of columns under ${FIELDS.join(', ')}`,
          },
        },
      ]);
    mapping[field] = column;
  }
  return mapping;
}

/** An empty name says that there is none. */
const isColumn = (text: string): boolean => text.length <= 200 && isStorableText(text);
