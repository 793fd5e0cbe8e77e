import { formatMatterCode, parseMatterCode } from '#domain/matters/matter-code.ts';
import { refuse } from '#server/app/refusal.ts';
import type { LockedMatter } from '../change-matter.queries.ts';
import { tell } from '../tell.ts';
import type { MatterUseCase, PlanContext } from '../use-case.ts';
import { addLink, isLinkedTo, matterOfCode, removeLink, writeBeside } from './link-matter.queries.ts';

/** 关联: two matters that both sides of the link can see stand beside one another, found by their codes alone. */
export const linkMatter: MatterUseCase<'link'> = {
  action: 'link',
  async others({ code: typed }, trx, actor) {
    const code = parseMatterCode(typed);
    const id = code.ok ? await matterOfCode(trx, actor, code.code) : undefined;
    return id === undefined ? [] : [id];
  },
  async plan({ code: typed, linkReason }, context) {
    const { services, trx, actor, matter, others } = context;
    const code = parseMatterCode(typed);
    if (code.ok && code.code === matter.code) refuse(422, 'links-itself', { field: 'code' });
    const [other] = others.values();
    if (other === undefined) refuse(422, 'link-not-found', { field: 'code' });
    if (await isLinkedTo(trx, actor.cityCode, matter.id, other.id)) {
      refuse(422, 'linked-already', { field: 'code' });
    }
    return {
      command: { action: 'link' },
      data: { otherId: other.id, linkedCode: formatMatterCode(other.code), linkReason },
      write: async () => {
        await addLink(
          trx,
          actor.cityCode,
          [matter.id, other.id],
          linkReason,
          services.clock.now().toString(),
        );
        await sayBeside(context, other, 'link', { linkReason });
      },
    };
  },
};

/** 解除关联: they do not belong together after all. */
export const unlinkMatter: MatterUseCase<'unlink'> = {
  action: 'unlink',
  others: ({ otherId }) => [otherId],
  async plan({ otherId, reason }, context) {
    const { trx, actor, matter, others } = context;
    const other = others.get(otherId.toLowerCase());
    if (other === undefined) refuse(422, 'link-not-found', { field: 'otherId' });
    if (!(await isLinkedTo(trx, actor.cityCode, matter.id, other.id))) {
      refuse(422, 'not-linked', { field: 'otherId' });
    }
    const isLast = !(await isLinkedTo(trx, actor.cityCode, matter.id, null, other.id));
    return {
      command: { action: 'unlink', isLast },
      data: { otherId: other.id, linkedCode: formatMatterCode(other.code) },
      sealed: { text: reason },
      write: async () => {
        await removeLink(trx, actor.cityCode, [matter.id, other.id]);
        await sayBeside(context, other, 'unlink', {});
      },
    };
  },
};

/** The other one's own event: its readers must learn of it, too. The words stay with the matter where they were said. */
async function sayBeside(
  { services, trx, actor, matter }: PlanContext,
  other: LockedMatter,
  type: 'link' | 'unlink',
  facts: Readonly<Record<string, unknown>>,
): Promise<void> {
  const after = { ...other, version: other.version + 1 };
  const data = { otherId: matter.id, linkedCode: formatMatterCode(matter.code), ...facts };
  const event = { id: services.newId(), type, data };
  await writeBeside(trx, actor, { after, at: services.clock.now().toString(), event });
  const { isAnybodyTold } = other;
  await tell(services, trx, { doer: actor, before: other, after, event, raised: null, isAnybodyTold });
}
