import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Figure } from '#contracts/oversight.http.js';
import { withQuery } from '../../lib/http.js';
import { useFormat } from '../../lib/i18n.js';
import { DURATIONS, hoursWords, withinWords } from './figure-facts.js';
import classes from './oversight.module.css';

interface Props {
  name: string;
  figure: Figure;
  lasts: boolean;
  isOpenKnown: boolean;
  /** The longest median of the table: a full bar. */
  longest: number;
  isTotal?: boolean;
  onNarrow?: (() => void) | undefined;
}

export function FigureRow({ name, figure, lasts, isOpenKnown, longest, isTotal = false, onNarrow }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { n, open } = figure;
  return (
    <Table.Tr className={isTotal ? classes.total : undefined}>
      <Table.Th scope="row">
        {name}
        {onNarrow && (
          <button
            type="button"
            className={classes.narrow}
            aria-label={t('oversight.narrowTo', { name })}
            onClick={onNarrow}
          >
            {t('oversight.narrow')}
          </button>
        )}
      </Table.Th>
      <Opening words={format.number(n)} figure={figure} />
      {lasts &&
        DURATIONS.map((hours) => (
          <Opening key={hours} words={hoursWords(figure[hours], format)} figure={figure} named>
            {hours === 'medianHours' && <Bar share={longest > 0 ? (figure.medianHours ?? 0) / longest : 0} />}
          </Opening>
        ))}
      {lasts && (
        <Opening
          words={withinWords(figure, t, format)}
          figure={{ n: figure.within.n, opens: { ...figure.opens, measuredWithin: 'true' } }}
          named
        />
      )}
      {isOpenKnown && (
        <>
          <Opening words={open ? format.number(open.n) : '–'} figure={open} />
          <Opening words={open ? hoursWords(open.longestHours, format) : '–'} figure={open} named />
        </>
      )}
    </Table.Tr>
  );
}

interface OpeningProps {
  words: string;
  figure: Pick<Figure, 'n' | 'opens'> | null;
  /** The words do not say themselves how many it opens. */
  named?: boolean;
  children?: ReactNode;
}

function Opening({ words, figure, named = false, children }: OpeningProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const opens = figure && figure.n > 0 && words !== '–' ? figure : null;
  return (
    <Table.Td className={classes.figure}>
      {opens ? (
        <Link
          to={withQuery('/inbox', opens.opens)}
          aria-label={named ? t('oversight.openFrom', { figure: words, number: format.number(opens.n) }) : undefined}
        >
          {words}
        </Link>
      ) : (
        words
      )}
      {children}
    </Table.Td>
  );
}

/** The figure beside it says the same in words. */
function Bar({ share }: { share: number }) {
  return (
    <span className={classes.bar} aria-hidden="true">
      <span style={{ width: `${Math.max(1, share * 100)}%` }} />
    </span>
  );
}
