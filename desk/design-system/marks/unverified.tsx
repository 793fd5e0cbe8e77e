import './unverified.css';
import { useWords } from '../../app/language/words.tsx';
import { Tip } from '../acts/tip.tsx';

/** Said of whatever was not compared with the law's own text. */
export function Unverified() {
  const { say } = useWords();
  return (
    <Tip title={say('roadmap.unverifiedWhy')}>
      <span className="unverified">
        {say('roadmap.unverified')}
        <span className="only-read-aloud"> {say('roadmap.unverifiedWhy')}</span>
      </span>
    </Tip>
  );
}
