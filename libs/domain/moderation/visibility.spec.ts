import { describe, expect, it } from '@jest/globals';
import {
  isConversationPublic,
  MODERATION_STATES,
  type Moderated,
  readsOriginal,
  type Sight,
  sightOf,
  VISIBILITIES,
  type Visibility,
} from './visibility.js';

/** What the public sees, by visibility, of a message that is screening, held, visible, redacted, hidden, rejected. */
const PUBLIC: Record<Visibility, [Sight, Sight, Sight, Sight, Sight, Sight]> = {
  public: ['nothing', 'nothing', 'full', 'full', 'tombstone', 'nothing'],
  pseudonym: ['nothing', 'nothing', 'pseudonym', 'pseudonym', 'tombstone', 'nothing'],
  department: ['nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing'],
};

const messages: Moderated[] = VISIBILITIES.flatMap((visibility) =>
  MODERATION_STATES.map((state) => ({ visibility, state })),
);
const publicSight = ({ visibility, state }: Moderated) => PUBLIC[visibility][MODERATION_STATES.indexOf(state)];

describe('the one visibility gate', () => {
  it.each(messages)('shows the public the right thing of a $visibility message that is $state', (message) => {
    expect(sightOf('public', message)).toBe(publicSight(message));
  });

  it.each(messages)('shows staff and its author all of a $visibility message that is $state', (message) => {
    const sights = (['staff', 'keeper', 'author'] as const).map((audience) => sightOf(audience, message));
    expect(sights).toEqual(['full', 'full', 'full']);
  });

  it.each(messages)('opens the page of a conversation only on what can be read ($visibility, $state)', (message) => {
    const isReadable = ['full', 'pseudonym'].includes(publicSight(message) ?? '');
    expect(isConversationPublic(message)).toBe(isReadable);
  });

  it('publishes exactly four of the eighteen', () => {
    expect(messages.filter(isConversationPublic)).toEqual([
      { visibility: 'public', state: 'visible' },
      { visibility: 'public', state: 'redacted' },
      { visibility: 'pseudonym', state: 'visible' },
      { visibility: 'pseudonym', state: 'redacted' },
    ]);
  });

  it('unseals what is under the blocks for its author and its keepers alone', () => {
    const audiences = ['public', 'author', 'staff', 'keeper'] as const;
    expect(audiences.filter(readsOriginal)).toEqual(['author', 'keeper']);
  });
});
