import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  title: string;
  order?: 1 | 2;
  /** Changes with what the heading is about, not with its words or their language: then the focus moves here, as after a page load. */
  subject?: string;
  /** The words shown, where they differ from the title of the window. */
  children?: ReactNode;
  lang?: string;
}

/** Names the page in the window's title and takes the focus when the page is new, so that a reader starts here. */
export function PageHeading({ title, order = 1, subject = '', children, lang }: Props) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t('common.product')}`;
  }, [title, t]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the subject is what a move of the focus follows
  useEffect(() => heading.current?.focus({ preventScroll: true }), [subject]);
  return (
    <Title ref={heading} order={order} size="h3" tabIndex={-1} lang={lang} dir={lang && 'auto'}>
      {children ?? title}
    </Title>
  );
}
