import './unverified.css';
import { Tooltip } from 'antd';
import { useWords } from '../../app/language/words.tsx';

/** Said of whatever was not compared with the law's own text. */
export function Unverified() {
  const { say } = useWords();
  return (
    <Tooltip title={say('roadmap.unverifiedWhy')}>
      <span className="unverified">
        {say('roadmap.unverified')}
        <span className="only-read-aloud"> {say('roadmap.unverifiedWhy')}</span>
      </span>
    </Tooltip>
  );
}
