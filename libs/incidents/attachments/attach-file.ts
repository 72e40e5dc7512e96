import { Injectable } from '@nestjs/common';
import { Redactor } from '#intake';
import { Clock, Database, Nudges, invalid, isStorableText, newId, sha256 } from '#platform';
import type { Tx } from '#platform';
import type { Actor } from '#workflow';
import { ExecuteCommand } from '../commands/execute-command.js';
import type { Executed } from '../commands/execute-command.js';
import { AttachmentEntity } from './attachment.entity.js';
import { FileStore } from './file-store.js';
import { endingOf, mediaTypeOf } from './media-types.js';

const LONGEST_NAME = 200;

/** What multer gives for one file kept in memory. */
export interface Upload {
  readonly originalname: string;
  readonly buffer: Uint8Array;
}

/** Adds a file to an incident: its content by SHA-256, its name redacted, and an entry on the timeline. */
@Injectable()
export class AttachFile {
  constructor(
    private readonly database: Database,
    private readonly commands: ExecuteCommand,
    private readonly store: FileStore,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  async run(
    incidentId: string,
    actor: Actor & { readonly id: string },
    file: Upload | undefined,
  ): Promise<Executed> {
    if (file === undefined || file.buffer.byteLength === 0) {
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
    const name = this.nameOf(file.originalname);
    const type = await mediaTypeOf(name, file.buffer);
    if (!type.ok) throw invalid([{ path: 'file', message: type.reason }]);
    const hash = sha256(file.buffer);
    // The bytes first: a row must never point at a file that is not there. Bytes without a row do no harm.
    await this.store.put(hash, file.buffer);
    const attachment = {
      id: newId(),
      incidentId,
      sha256: hash,
      name,
      mediaType: type.mediaType,
      bytes: file.buffer.byteLength,
      addedBy: actor.id,
    };
    const executed = await this.database.transaction((tx) => this.within(tx, attachment, actor));
    if (executed?.ok === true) this.nudges.send('stream');
    return executed;
  }

  private async within(
    tx: Tx,
    attachment: Omit<AttachmentEntity, 'addedAt'>,
    actor: Actor,
  ): Promise<Executed> {
    const { id, incidentId, name } = attachment;
    const now = this.clock.now();
    const known = await tx
      .getRepository(AttachmentEntity)
      .findOneBy({ incidentId, sha256: attachment.sha256 });
    const command = {
      ...{ incidentId, name: 'attach', actor, expectedVersion: null },
      body: { attachmentId: known?.id ?? id, name },
      computed: { sha256: attachment.sha256 },
    };
    const executed = await this.commands.within(tx, command, now);
    if (executed?.ok === true && known === null) {
      await tx.getRepository(AttachmentEntity).insert({ ...attachment, addedAt: new Date(now) });
    }
    return executed;
  }

  /** multer gives names as Latin-1; browsers send UTF-8. */
  private nameOf(original: string): string {
    const name = Buffer.from(original, 'latin1').toString('utf8').replaceAll(/[/\\]/g, '_').trim();
    if (name === '' || name.length > LONGEST_NAME || !isStorableText(name)) {
      throw invalid([
        {
          path: 'file',
          message: {
            zh: `文件名应为 1 至 ${String(LONGEST_NAME)} 个字符`,
            en: `The name must have 1 to ${String(LONGEST_NAME)} proper characters.`,
          },
        },
      ]);
    }
    // A mail address at the end of a name would take the ending along, and with it the type.
    const ending = endingOf(name);
    return this.redactor.clean(name.slice(0, name.length - ending.length)) + ending;
  }
}
