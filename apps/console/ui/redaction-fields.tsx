import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BLOCK, type MessageTexts } from '#domain/moderation/redaction.js';
import { FIELDS, type Place, previewOf, withWords } from '../lib/redaction-draft.js';
import { useFindingWords } from './marked-text.js';
import classes from './marked-text.module.css';

interface Props {
  texts: MessageTexts;
  places: readonly Place[];
  onChange: (places: Place[]) => void;
  isTried: boolean;
}

/** What is covered: what screening found, and what the moderator names; below it the text as everybody will read it. */
export function RedactionFields({ texts, places, onChange, isTried }: Props) {
  const { t } = useTranslation();
  const isNothing = !places.some(({ isChosen }) => isChosen);
  const choose = (chosen: Place) =>
    onChange(places.map((place) => (place === chosen ? { ...place, isChosen: !place.isChosen } : place)));
  return (
    <Stack gap="xs" component="fieldset" className={classes.fields}>
      <Text component="legend" size="sm" fw={600}>
        {t('decisions.redact.what')}
      </Text>
      {places.map((place) => (
        <PlaceBox key={`${place.field} ${place.start} ${place.end}`} {...{ texts, place }} onChoose={choose} />
      ))}
      <WordsField onAdd={(words) => withWords(texts, places, words)} onAdded={onChange} />
      {isTried && isNothing && (
        <Text size="sm" c="var(--late-fg)" role="alert">
          {t('decisions.redact.nothing')}
        </Text>
      )}
      <Preview texts={texts} places={places} />
    </Stack>
  );
}

function PlaceBox({ texts, place, onChoose }: { texts: MessageTexts; place: Place; onChoose: (place: Place) => void }) {
  const { t } = useTranslation();
  const kindWords = useFindingWords();
  const { field, start, end, kind, isChosen } = place;
  const words = (texts[field] ?? '').slice(start, end);
  const what = kind ? kindWords(kind) : t('decisions.redact.byHand');
  return (
    <Checkbox
      checked={isChosen}
      onChange={() => onChoose(place)}
      label={`${what}: ${words} (${t(`decisions.redact.in.${field}`)})`}
    />
  );
}

function WordsField({
  onAdd,
  onAdded,
}: {
  onAdd: (words: string) => Place[] | null;
  onAdded: (places: Place[]) => void;
}) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [isMissing, setMissing] = useState(false);
  const add = () => {
    const places = onAdd(words);
    setMissing(places === null);
    if (!places) return;
    onAdded(places);
    setWords('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter would otherwise send the form, and Enter of an input method is not one of ours.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <Group align="flex-end" gap="xs" wrap="wrap">
      <TextInput
        className={classes.words}
        label={t('decisions.redact.words')}
        description={t('decisions.redact.wordsHint')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        error={isMissing && t('decisions.redact.notThere')}
      />
      <Button variant="default" onClick={add}>
        {t('decisions.redact.add')}
      </Button>
    </Group>
  );
}

function Preview({ texts, places }: { texts: MessageTexts; places: readonly Place[] }) {
  const { t } = useTranslation();
  const shown = previewOf(texts, places);
  if (!shown) return null;
  const changed = FIELDS.filter((field) => shown[field]?.includes(BLOCK));
  return (
    <section aria-label={t('decisions.redact.preview')} className={classes.preview}>
      <Text size="sm" c="dimmed">
        {t('decisions.redact.preview')}
      </Text>
      {changed.map((field) => (
        <p key={field} dir="auto">
          {shown[field]}
        </p>
      ))}
    </section>
  );
}
