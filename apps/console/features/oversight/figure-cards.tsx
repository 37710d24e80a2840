import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Figure, Figures } from '#contracts/oversight.http.js';
import { withQuery } from '../../lib/http.js';
import { useFormat } from '../../lib/i18n.js';
import classes from './figure-cards.module.css';
import { type DurationName, hasDurations, hoursWords, withinWords } from './figure-facts.js';

const BESIDE: readonly DurationName[] = ['p75Hours', 'p90Hours', 'p95Hours', 'meanHours'];

/** The median never stands alone: how many it is of, how long the slow ones took, and who still waits. */
export function FigureCards({ figures }: { figures: Figures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { total, measure } = figures;
  const lasts = hasDurations(measure);
  return (
    <dl className={classes.cards}>
      <Card label={t(`oversight.counted.${measure}`)} value={format.number(total.n)} figure={total} />
      {lasts && (
        <Card label={t('oversight.medianHours')} value={hoursWords(total.medianHours, format)} figure={total}>
          <ul className={classes.besides}>
            {BESIDE.map((name) => (
              <li key={name}>
                {t(`oversight.${name}`)} <b>{hoursWords(total[name], format)}</b>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {lasts && (
        <Card
          label={t('oversight.withinDeadline')}
          value={withinWords(total, t, format)}
          figure={{ n: total.within.n, opens: { ...total.opens, measuredWithin: 'true' } }}
        >
          <WithinDays total={total} />
        </Card>
      )}
      {total.open && <OpenCard open={total.open} />}
    </dl>
  );
}

const DAYS = [
  { name: 'withinFiveDays', hours: '120' },
  { name: 'withinSevenDays', hours: '168' },
] as const;

/** Always by the calendar: two yardsticks that everybody knows, whatever was promised. */
function WithinDays({ total }: { total: Figure }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes.besides}>
      {DAYS.map(({ name, hours }) => (
        <li key={name}>
          {t(`oversight.${name}`)}{' '}
          <b>
            {total[name] > 0 ? (
              <Link to={withQuery('/inbox', { ...total.opens, measuredWithinHours: hours })}>
                {format.number(total[name])}
              </Link>
            ) : (
              format.number(total[name])
            )}
            {total.n > 0 && ` · ${format.percent(total[name] / total.n)}`}
          </b>
        </li>
      ))}
    </ul>
  );
}

/** Who still waits belongs in the picture. */
function OpenCard({ open }: { open: NonNullable<Figure['open']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card label={t('oversight.open')} value={format.number(open.n)} figure={open} isOpen>
      <ul className={classes.besides}>
        <li>
          {t('oversight.longestOpen')}{' '}
          <b>
            {open.n > 0 ? (
              <Link
                to={withQuery('/inbox', open.opens)}
                aria-label={t('oversight.openFrom', {
                  figure: hoursWords(open.longestHours, format),
                  number: format.number(open.n),
                })}
              >
                {hoursWords(open.longestHours, format)}
              </Link>
            ) : (
              hoursWords(null, format)
            )}
          </b>
        </li>
      </ul>
    </Card>
  );
}

interface CardProps {
  label: string;
  value: string;
  /** What the number opens. */
  figure?: Pick<Figure, 'n' | 'opens'>;
  isOpen?: boolean;
  children?: ReactNode;
}

function Card({ label, value, figure, isOpen = false, children }: CardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const opens = figure && figure.n > 0 && value !== '–' ? figure : undefined;
  return (
    <div className={classes.card} data-open={isOpen || undefined}>
      <dt>{label}</dt>
      <dd>
        <span className={classes.big}>
          {opens ? (
            <Link
              to={withQuery('/inbox', opens.opens)}
              aria-label={t('oversight.openFrom', { figure: value, number: format.number(opens.n) })}
            >
              {value}
            </Link>
          ) : (
            value
          )}
        </span>
        {children}
      </dd>
    </div>
  );
}
