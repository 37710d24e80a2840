import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffedOfficer, Staffing } from '#contracts/assignment.http.js';
import { useFormat, useLanguage } from '../../lib/i18n.js';
import { LOCALE } from '../../lib/languages.js';
import layout from '../../ui/layout.module.css';
import { Empty } from '../../ui/states.js';
import { Tag, type Tone } from '../../ui/tag.js';
import { OfficerDialog } from './officer-dialog.js';
import { RemovalMenu } from './removal-menu.js';
import classes from './staffing.module.css';

const TONES: Partial<Record<NonNullable<StaffedOfficer['blocked']>, Tone>> = { full: 'warn', inactive: 'late' };

/** Everybody with a role in the department; who answers comes with the load, live. */
export function StaffTable({ staffing }: { staffing: Staffing }) {
  const { t } = useTranslation();
  const [editedId, setEdited] = useState<string | null>(null);
  const { officers } = staffing;
  const edited = officers.find(({ id }) => id === editedId);
  return (
    <section className={layout.section} aria-labelledby="staff">
      <h2 id="staff">{t('staffing.officers')}</h2>
      {officers.length === 0 && <Empty>{t('staffing.nobody')}</Empty>}
      {officers.length > 0 && (
        <Table.ScrollContainer minWidth={640} scrollAreaProps={{ tabIndex: -1 }}>
          <Table className={classes.table}>
            <caption className="visually-hidden">{t('staffing.officers')}</caption>
            <Table.Thead>
              <Table.Tr>
                {(['officer', 'now', 'inHand', 'languages', 'skills'] as const).map((column) => (
                  <Table.Th key={column} scope="col">
                    {t(`staffing.${column}`)}
                  </Table.Th>
                ))}
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {officers.map((officer) => (
                <Row key={officer.id} officer={officer} staffing={staffing} onEdit={() => setEdited(officer.id)} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <p className={classes.hint}>{t('staffing.loadHint')}</p>
      {edited && <OfficerDialog key={edited.id} officer={edited} staffing={staffing} onClose={() => setEdited(null)} />}
    </section>
  );
}

interface RowProps {
  officer: StaffedOfficer;
  staffing: Staffing;
  onEdit: () => void;
}

function Row({ officer, staffing, onEdit }: RowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const answers = officer.roles.includes('officer');
  const { inHand, capacity, languages, skills } = officer;
  return (
    <Table.Tr data-gone={officer.isActive ? undefined : ''}>
      <Table.Th scope="row">
        {officer.name}
        <span className={classes.small}>{officer.roles.map((role) => t(`staffing.roles.${role}`)).join(' · ')}</span>
      </Table.Th>
      <Table.Td>
        <Now officer={officer} answers={answers} />
      </Table.Td>
      <Table.Td className={classes.figure}>
        {answers ? t('staffing.load', { inHand: figureOf(inHand, language), capacity }) : '–'}
        {answers && inHand > capacity && (
          <span className={classes.over}>{t('staffing.over', { over: figureOf(inHand - capacity, language) })}</span>
        )}
      </Table.Td>
      <Table.Td>{answers ? languages.join(', ') || t('staffing.anyLanguage') : '–'}</Table.Td>
      <Table.Td>{answers ? skills.join(', ') || t('staffing.noSkills') : '–'}</Table.Td>
      <Table.Td>
        <div className={classes.rule}>
          {answers && officer.isActive && (
            <Button
              size="xs"
              variant="default"
              onClick={onEdit}
              aria-label={t('staffing.editWhom', { name: officer.name })}
            >
              {t('staffing.edit')}
            </Button>
          )}
          {staffing.mayRemove && <RemovalMenu officer={officer} department={staffing.department} />}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

function Now({ officer, answers }: { officer: StaffedOfficer; answers: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { blocked, outOfOffice } = officer;
  if (!answers && blocked !== 'inactive') return t('staffing.answersNot');
  return (
    <>
      {blocked ? (
        <Tag tone={TONES[blocked] ?? 'neutral'}>{t(`staffing.blocked.${blocked}`)}</Tag>
      ) : (
        <Tag tone="good">{t('staffing.atWork')}</Tag>
      )}
      {blocked === 'out-of-office' && outOfOffice && (
        <span className={classes.small}>
          {outOfOffice.until && t('staffing.outUntil', { time: format.dateTime(outOfOffice.until) })}{' '}
          {outOfOffice.standIn && t('staffing.standsIn', { name: outOfOffice.standIn.name })}
        </span>
      )}
    </>
  );
}

/** Halves are possible: a low one counts as half. */
function figureOf(value: number, language: 'en' | 'zh'): string {
  return new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 1 }).format(value);
}
