import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../design-system/acts/button.tsx';
import { useWords } from '../language/words.tsx';

/** Changes to the other language; its name stands in that language. */
export function LanguageSwitch() {
  const { language, speak } = useWords();
  const queryClient = useQueryClient();
  const other = language === 'zh' ? 'en' : 'zh';
  const change = async () => {
    await speak(other);
    // Labels and reasons come from the server in the language that was asked for, also those still on their way.
    await queryClient.cancelQueries();
    await queryClient.invalidateQueries();
  };
  return (
    <Button type="text" lang={other === 'en' ? 'en' : 'zh-CN'} onClick={() => void change()}>
      {other === 'en' ? 'English' : '中文'}
    </Button>
  );
}
