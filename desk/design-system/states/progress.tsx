import './progress.css';

/** How much of something is done. */
export function Progress({ percent, ...named }: { percent: number; 'aria-label': string }) {
  return (
    <div className="progress">
      <progress max={100} value={percent} {...named} />
      <span aria-hidden="true">{percent}%</span>
    </div>
  );
}
