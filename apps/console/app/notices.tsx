import { useDirection } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';

/** Where the results of acts are told. On a telephone at the top: the acts themselves stand at the bottom. */
export function Notices() {
  const isNarrow = useMediaQuery('(max-width: 52rem)');
  const { dir } = useDirection();
  const corner = dir === 'rtl' ? 'bottom-left' : 'bottom-right';
  return <Notifications position={isNarrow ? 'top-center' : corner} autoClose={6_000} limit={3} />;
}
