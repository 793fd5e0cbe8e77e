import SearchOutlined from '@ant-design/icons/es/icons/SearchOutlined';
import { useMutation } from '@tanstack/react-query';
import { Input, type InputRef } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ListMattersAnswer } from '#contract/matters/list-matters.ts';
import { parseMatterCode } from '#domain/matters/matter-code.ts';
import { useNotice } from '../../design-system/states/notice.tsx';
import { request } from '../api/request.ts';
import { useWords } from '../language/words.tsx';

/** Opens a matter by its whole code; Ctrl K comes here from anywhere. */
export function FindByCode() {
  const { say } = useWords();
  const tell = useNotice();
  const navigate = useNavigate();
  const field = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        field.current?.focus({ cursor: 'all' });
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const find = useMutation({
    mutationFn: (code: string) => request<ListMattersAnswer>('/api/v1/matters', { query: { code } }),
    onError: (error) => tell(error.message || say('error.noAnswer')),
    onSuccess: ({ matters: [found] }) => {
      if (!found) return tell(say('find.none'));
      setTyped('');
      field.current?.blur();
      void navigate(`/matters/${found.id}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!typed.trim()) return;
    const code = parseMatterCode(typed);
    if (code.ok) find.mutate(code.code);
    else tell(say('find.notACode'));
  };
  return (
    <search className="find-by-code">
      <form onSubmit={submit}>
        <Input
          ref={field}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && field.current?.blur()}
          prefix={<SearchOutlined />}
          placeholder={say('find.placeholder')}
          aria-label={say('find.label')}
          suffix={<kbd className="key-hint find-hint">Ctrl K</kbd>}
        />
      </form>
    </search>
  );
}
