import './states.css';
import type { ReactNode } from 'react';

/** One sentence, and the next act if there is one. */
export function EmptyState({ children, act }: { children: ReactNode; act?: ReactNode }) {
  return (
    <div className="state">
      <p className="soft">{children}</p>
      {act}
    </div>
  );
}
