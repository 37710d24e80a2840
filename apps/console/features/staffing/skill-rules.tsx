import { Button, Fieldset, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Policy } from '#contracts/assignment.http.js';
import { useLocalised } from '../../lib/i18n.js';
import { tagsQuery } from '../../lib/tags.js';
import { Failure, Loading } from '../../ui/states.js';
import classes from './staffing.module.css';

type Rules = Policy['skillRules'];

interface Props {
  departmentId: string;
  rules: Rules;
  onChange: (rules: Rules) => void;
  error: string | false;
}

/** Which tags ask for which skill. */
export function SkillRules({ departmentId, rules, onChange, error }: Props) {
  const { t } = useTranslation();
  const tags = useQuery(tagsQuery);
  if (tags.isPending) return <Loading />;
  if (!tags.data) return <Failure error={tags.error} onRetry={() => void tags.refetch()} />;
  const own = tags.data.items.filter(
    (tag) => tag.department.id === departmentId && !tag.isArchived && tag.mergedIntoId === null,
  );
  const change = (index: number, fields: Partial<Rules[number]>) =>
    onChange(rules.map((rule, at) => (at === index ? { ...rule, ...fields } : rule)));
  return (
    <Fieldset legend={t('staffing.skillRules.title')}>
      <Stack gap="sm">
        <p className={classes.hint}>{t(own.length > 0 ? 'staffing.skillRules.hint' : 'staffing.skillRules.noTags')}</p>
        {rules.map((rule, index) => (
          <Rule
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule is nothing but its place until it is saved
            key={index}
            rule={rule}
            tags={own}
            onChange={(fields) => change(index, fields)}
            onRemove={() => onChange(rules.filter((_, at) => at !== index))}
          />
        ))}
        {error && (
          <Text size="sm" c="var(--late-fg)" role="alert">
            {error}
          </Text>
        )}
        {own.length > 0 && (
          <div>
            <Button size="xs" variant="default" onClick={() => onChange([...rules, { tagId: '', skill: '' }])}>
              {t('staffing.skillRules.add')}
            </Button>
          </div>
        )}
      </Stack>
    </Fieldset>
  );
}

interface RuleProps {
  rule: Rules[number];
  tags: readonly { id: string; name: { en: string; zh: string } }[];
  onChange: (fields: Partial<Rules[number]>) => void;
  onRemove: () => void;
}

function Rule({ rule, tags, onChange, onRemove }: RuleProps) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const known = tags.find(({ id }) => id === rule.tagId);
  const tagName = known ? localised(known.name) : t('staffing.skillRules.goneTag');
  return (
    <div className={classes.rule}>
      <NativeSelect
        label={t('staffing.skillRules.tag')}
        value={rule.tagId}
        onChange={(event) => onChange({ tagId: event.currentTarget.value })}
      >
        <option value="">{t('staffing.skillRules.choose')}</option>
        {rule.tagId && !known && <option value={rule.tagId}>{tagName}</option>}
        {tags.map(({ id, name }) => (
          <option key={id} value={id}>
            {localised(name)}
          </option>
        ))}
      </NativeSelect>
      <TextInput
        label={t('staffing.skillRules.skill')}
        maxLength={60}
        value={rule.skill}
        onChange={(event) => onChange({ skill: event.currentTarget.value })}
      />
      <Button
        variant="default"
        onClick={onRemove}
        aria-label={t('staffing.skillRules.remove', { tag: tagName, skill: rule.skill })}
      >
        <span aria-hidden="true">×</span>
      </Button>
    </div>
  );
}
