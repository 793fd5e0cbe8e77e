import { refuse } from '#server/app/refusal.ts';
import { presentUnit } from '../../present/matter-present.ts';
import type { MatterUseCase } from '../use-case.ts';
import { postedAmong, readingNow } from './sealed-reading.queries.ts';

/** 密封: only named colleagues read the file from now on; said again, it names others. */
export const sealMatter: MatterUseCase<'seal'> = {
  action: 'seal',
  async plan({ ground, reason, readerUserIds }, { services, trx, actor, matter, today, language }) {
    const asked = [...new Set([actor.userId, ...readerUserIds].map((id) => id.toLowerCase()))];
    const units = new Set((await readingNow(trx, actor.cityCode, matter.id)).map(({ unitId }) => unitId));
    const posted = await postedAmong(trx, actor.cityCode, [...units], asked, today);
    if (asked.some((id) => !posted.some(({ userId }) => userId === id))) {
      refuse(422, 'reader-not-posted', { field: 'readerUserIds' });
    }
    const readers: { unitId: string; readers: string[] }[] = [...units].map((unitId) => ({
      unitId,
      readers: posted.filter((one) => one.unitId === unitId).map(({ userId }) => userId),
    }));
    for (const unitId of [matter.holderUnitId, matter.leadUnitId]) {
      if (!readers.some((one) => one.unitId === unitId && one.readers.length > 0)) {
        const unit = presentUnit(services, unitId, language).name;
        refuse(422, 'readers-missing-here', { field: 'readerUserIds', params: { unit } });
      }
    }
    const names = new Map(posted.map(({ userId, name }) => [userId, name]));
    const isHandlerReader = matter.handlerUserId === null || names.has(matter.handlerUserId);
    return {
      command: { action: 'seal', ground, isHandlerReader },
      data: { readerUserIds: [...names.keys()] },
      sealed: { text: reason, facts: { sealGround: ground, readers: [...names.values()] } },
      reading: readers,
    };
  },
};

/** 解除密封: everybody at work at the offices that take part reads it again. */
export const unsealMatter: MatterUseCase<'unseal'> = {
  action: 'unseal',
  async plan({ reason }, { trx, actor, matter }) {
    const units = new Set((await readingNow(trx, actor.cityCode, matter.id)).map(({ unitId }) => unitId));
    return {
      command: { action: 'unseal' },
      sealed: { text: reason },
      reading: [...units].map((unitId) => ({ unitId, readers: null })),
    };
  },
};
