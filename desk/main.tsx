import './design-system/global.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './app/api/query-client.ts';
import { cityQuery } from './app/city/city.ts';
import { learn } from './app/language/packs.ts';
import { spokenLanguage, WordsProvider } from './app/language/words.tsx';
import { meQuery } from './app/session/me.ts';
import { ThemeProvider } from './app/theme/theme-choice.tsx';
import { NoticeProvider } from './design-system/states/notice.tsx';
import { router } from './pages/router.tsx';

const place = document.getElementById('desk');
if (!place) throw new Error('the page has no #desk');

// Asked before anything is drawn: everything waits for who is there, and most pages for the city.
void queryClient.prefetchQuery(meQuery).then(() => {
  if (queryClient.getQueryData(meQuery.queryKey)) void queryClient.prefetchQuery(cityQuery);
});

const root = createRoot(place);
void learn(spokenLanguage()).then(() =>
  root.render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <WordsProvider>
          <ThemeProvider>
            <NoticeProvider>
              <RouterProvider router={router} />
            </NoticeProvider>
          </ThemeProvider>
        </WordsProvider>
      </QueryClientProvider>
    </StrictMode>,
  ),
);
