import { useCity, useNameOf } from '../../../app/city/city.ts';
import { useWords } from '../../../app/language/words.tsx';

/** City, counties and, under the county one is in, its townships. */
export function RegionList({ region, choose }: { region: string; choose: (code: string) => void }) {
  const { say } = useWords();
  return (
    <nav className="region-list" aria-label={say('units.regions')}>
      <Level parentCode={null} region={region} choose={choose} />
    </nav>
  );
}

type LevelProps = { parentCode: string | null; region: string; choose: (code: string) => void };

function Level({ parentCode, region, choose }: LevelProps) {
  const city = useCity();
  const nameOf = useNameOf();
  const regions = (city?.regions ?? []).filter((one) => one.parentCode === parentCode);
  if (regions.length === 0) return null;
  return (
    <ul>
      {regions.map((one) => (
        <li key={one.code}>
          <button
            type="button"
            className="plain-button"
            aria-current={one.code === region ? 'true' : undefined}
            onClick={() => choose(one.code)}
          >
            {nameOf(one)}
          </button>
          {region.startsWith(one.code) && <Level parentCode={one.code} region={region} choose={choose} />}
        </li>
      ))}
    </ul>
  );
}
