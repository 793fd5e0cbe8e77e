import type { ReactNode } from 'react';
import type { MatterView } from '#contract/matters/matter.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Instant } from '../../../design-system/time/instant.tsx';

/** The rest that is on record about it, for whoever looks for it. */
export function MatterFacts({ matter }: { matter: MatterView }) {
  const { say } = useWords();
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts">{say('matter.facts')}</h2>
      <dl className="facts">
        <Fact name={say('matter.registeredAt')}>
          <Instant at={matter.registeredAt} />
        </Fact>
        <Fact name={say('matter.channel')}>{matter.channel.label}</Fact>
        <Fact name={say('matter.lead')}>{matter.lead.name}</Fact>
        <Fact name={say('matter.holder')}>{matter.holder.name}</Fact>
        {matter.needs.length > 0 && (
          <Fact name={say('matter.needs')}>{matter.needs.map(({ label }) => label).join('、')}</Fact>
        )}
        {matter.outcome && <Fact name={say('matter.outcome')}>{matter.outcome.label}</Fact>}
        {matter.returns > 0 && <Fact name={say('matter.returns')}>{matter.returns}</Fact>}
        {matter.reopenings > 0 && <Fact name={say('matter.reopenings')}>{matter.reopenings}</Fact>}
        {matter.endedAt && (
          <Fact name={say('matter.endedAt')}>
            <Instant at={matter.endedAt} />
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
