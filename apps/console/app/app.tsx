import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { RouterProvider } from 'react-router/dom';
import { createQueries } from '../lib/queries.js';
import { createRouter } from './routes.js';
import { cssVariables, theme } from './theme.js';

const queries = createQueries();
const router = createRouter();

export function App() {
  return (
    <StrictMode>
      <QueryClientProvider client={queries}>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
          <Notifications position="bottom-right" autoClose={6_000} limit={3} />
          <RouterProvider router={router} />
        </MantineProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}
