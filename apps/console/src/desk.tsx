import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { newQueryClient } from './client/queries.js';
import { StaleBuild } from './frame/stale-build.js';
import { newRouter } from './routes.js';
import { endSession } from './session/session-store.js';
import { SessionGate } from './session/session-gate.js';
import { Language } from './words/language.js';

/** The whole desk: who is there, in which language, and the page of the address. */
export function Desk(): ReactNode {
  const [queries] = useState(() => newQueryClient(endSession));
  const [router] = useState(newRouter);
  return (
    <Language>
      <QueryClientProvider client={queries}>
        <SessionGate>
          <RouterProvider router={router} />
        </SessionGate>
        <StaleBuild />
      </QueryClientProvider>
    </Language>
  );
}
