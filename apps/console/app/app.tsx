import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { RouterProvider } from 'react-router/dom';
import { createQueries } from '../lib/queries.js';
import { leaveWhenSessionEnds, leaveWithOtherTabs } from '../lib/session.js';
import { Notices } from './notices.js';
import { createRouter } from './routes.js';
import { cssVariables, theme } from './theme.js';

const queries = createQueries();
leaveWhenSessionEnds(queries);
// On every screen: who is at the sign-in follows another tab too.
leaveWithOtherTabs(queries);
const router = createRouter();

export function App() {
  return (
    <StrictMode>
      <QueryClientProvider client={queries}>
        <DirectionProvider>
          <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
            <Notices />
            <RouterProvider router={router} />
          </MantineProvider>
        </DirectionProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}
