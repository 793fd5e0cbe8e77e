import './states.css';
import { useEffect, useState } from 'react';
import { useWords } from '../../app/language/words.tsx';

/** Nothing for 200 ms, then rows of the shape to come: a quick answer never flickers. */
export function SkeletonRows({ count = 6 }: { count?: number }) {
  const { say } = useWords();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 200);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  return (
    <div className="skeleton" role="status">
      <span className="only-read-aloud">{say('state.loading')}</span>
      {Array.from({ length: count }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={row} className="skeleton-row" aria-hidden="true">
          <i style={{ width: `${62 - ((row * 17) % 30)}%` }} />
          <i style={{ width: `${40 - ((row * 11) % 18)}%` }} />
        </div>
      ))}
    </div>
  );
}
