import './states.css';
import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react';

const NoticeContext = createContext<(sentence: string) => void>(() => {});

/** A sentence that something is done, for five seconds; nothing on it has to be clicked. */
export function NoticeProvider({ children }: { children: ReactNode }) {
  const [sentence, setSentence] = useState('');
  const tell = useCallback((words: string) => setSentence(words), []);
  useEffect(() => {
    if (!sentence) return;
    const timer = setTimeout(() => setSentence(''), 5000);
    return () => clearTimeout(timer);
  }, [sentence]);
  return (
    <NoticeContext value={tell}>
      {children}
      <div className="notice not-printed" role="status" aria-live="polite">
        {sentence && <p>{sentence}</p>}
      </div>
    </NoticeContext>
  );
}

export function useNotice(): (sentence: string) => void {
  return use(NoticeContext);
}
