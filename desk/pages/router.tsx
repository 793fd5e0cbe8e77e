import { lazy, Suspense } from 'react';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { useWords } from '../app/language/words.tsx';
import { ProofDialog } from '../app/session/proof-dialog.tsx';
import { SecondFactorGate } from '../app/session/second-factor-gate.tsx';
import { SessionProvider, useSession } from '../app/session/session.tsx';
import { SessionEnded } from '../app/session/session-ended.tsx';
import { DeskShell } from '../app/shell/desk-shell.tsx';
import { entriesFor } from '../app/shell/rail-entry.ts';
import { EmptyState } from '../design-system/states/empty-state.tsx';
import { ErrorState } from '../design-system/states/error-state.tsx';
import { SkeletonRows } from '../design-system/states/skeleton-rows.tsx';
import { Bell } from '../features/notices/bell.tsx';
import { deskPages } from './desk-pages.ts';
import { NotFoundPage } from './not-found/not-found-page.tsx';
import { PageFault } from './not-found/page-fault.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';

/** Asked of few, and of them once. */
const SecondFactorPage = lazy(async () => {
  const page = await import('./second-factor/second-factor-page.tsx');
  return { default: page.SecondFactorPage };
});

const pages: RouteObject[] = deskPages.map(({ path, lazy, below = [], lazyBelow = lazy }) => ({
  path,
  children: [{ index: true, lazy }, ...below.map((part) => ({ path: part, lazy: lazyBelow }))],
}));

export const router = createBrowserRouter(
  [
    {
      path: '/first-administrator',
      lazy: () => import('./first-administrator/first-administrator-page.tsx'),
      HydrateFallback: SkeletonRows,
      ErrorBoundary: PageFault,
    },
    {
      Component: SignedIn,
      HydrateFallback: SkeletonRows,
      ErrorBoundary: PageFault,
      children: [
        {
          ErrorBoundary: PageFault,
          children: [
            { index: true, Component: FirstPlace },
            // Where the city's own sign-in comes back to; who is in by now has no business there.
            { path: '/sign-in', Component: FirstPlace },
            ...pages,
            { path: '/security', lazy: () => import('./security/security-page.tsx') },
            { path: '/receipts/:id', lazy: () => import('./receipt/receipt-page.tsx') },
            { path: '/secret-slips/:id', lazy: () => import('./secret-slip/secret-slip-page.tsx') },
            { path: '*', Component: NotFoundPage },
          ],
        },
      ],
    },
  ],
  { basename: import.meta.env.BASE_URL },
);

function SignedIn() {
  return (
    <SessionProvider
      signIn={<SignInPage />}
      waiting={<SkeletonRows />}
      failed={(error, retry) => <ErrorState error={error} retry={retry} />}
    >
      <SecondFactorGate
        task={(done) => (
          <Suspense fallback={<SkeletonRows />}>
            <SecondFactorPage done={done} />
          </Suspense>
        )}
      >
        <DeskShell entries={deskPages} tools={<Bell />} />
      </SecondFactorGate>
      <ProofDialog />
      <SessionEnded />
    </SessionProvider>
  );
}

/** Each posting starts at its first place. */
function FirstPlace() {
  const { say } = useWords();
  const [first] = entriesFor(deskPages, useSession().acting);
  return first ? <Navigate to={first.path} replace /> : <EmptyState>{say('error.noPlaces')}</EmptyState>;
}
